using System.Globalization;
using System.Runtime.InteropServices;

namespace ServerlessCompute;

/// <summary>A part of a blob: its first byte and how many.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlobRange(long Offset, long Count)
{
    /// <summary>
    /// What the range headers ask for of that many bytes: null for everything (a range that cannot be read asks for everything
    /// too), a count of zero when the range lies behind the end.
    /// </summary>
    public static BlobRange? Of(BlobCall call, long length)
    {
        const string Unit = "bytes=";
        string? text = call.Header("x-ms-range") ?? call.Header("Range");
        if (text is null || !text.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string[] ends = text[Unit.Length..].Split('-');
        long last = long.MaxValue;
        if (ends.Length != 2 || !TryParse(ends[0], out long first) || (ends[1].Length > 0 && !TryParse(ends[1], out last)) || last < first)
        {
            return null;
        }

        return first >= length ? new BlobRange(first, 0) : new BlobRange(first, Math.Min(last, length - 1) - first + 1);
    }

    private static bool TryParse(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
