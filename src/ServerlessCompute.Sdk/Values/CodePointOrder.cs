using System.Text;

namespace ServerlessCompute;

/// <summary>
/// The orders in which the reference client sorts paths: by code point, which is the order of UTF-8 bytes but not of .NET's
/// UTF-16 strings, and for hashes after lower-casing.
/// </summary>
internal static class CodePointOrder
{
    /// <summary>By code point.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(static (x, y) => Key(x).AsSpan().SequenceCompareTo(Key(y)));

    /// <summary>A key whose bytes sort as the text does by code point.</summary>
    public static byte[] Key(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The same after lower-casing.</summary>
    public static byte[] LowerKey(string text) => Key(LowerCase.Of(text));

    /// <summary>Sorts for a hash. Texts that differ in case alone, which the reference leaves in any order, are put in a fixed one.</summary>
    public static T[] SortForHash<T>(IEnumerable<T> items, Func<T, string> text) =>
    [
        .. items.Select(i => (Item: i, Lower: LowerKey(text(i)), Exact: Key(text(i))))
            .OrderBy(i => i.Lower, Bytes.Instance)
            .ThenBy(i => i.Exact, Bytes.Instance)
            .Select(i => i.Item),
    ];

    /// <summary>The item whose text comes first, upper-case before lower-case.</summary>
    public static T First<T>(IEnumerable<T> items, Func<T, string> text) => items.MinBy(i => Key(text(i)), Bytes.Instance)!;

    private sealed class Bytes : IComparer<byte[]>
    {
        public static readonly Bytes Instance = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
