using System.Text.Json;

namespace ServerlessCompute;

/// <summary>One page of a list, <c>{"value":[…],"nextLink":…}</c>.</summary>
/// <param name="Items">The page's items.</param>
/// <param name="NextLink">Where the next page is, to be followed letter by letter; null on the last one.</param>
internal sealed record ResourcePage<T>(IReadOnlyList<T> Items, string? NextLink)
{
    private static readonly JsonEncodedText _value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText _nextLink = JsonEncodedText.Encode("nextLink");

    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static ResourcePage<T> Read(ReadOnlySpan<byte> utf8, WireRead<T> readItem) => WireDocument.Read(utf8, (ref reader) =>
    {
        WireValue.Object(ref reader);
        ValueList<T> items = ValueList<T>.Empty;
        string? nextLink = null;
        while (reader.NextMember())
        {
            _ = reader.TryList(_value, readItem, ref items) || reader.TryText(_nextLink, ref nextLink) || reader.Pass();
        }

        return new ResourcePage<T>(items, nextLink);
    });
}
