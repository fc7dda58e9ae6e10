using System.Globalization;

namespace ServerlessCompute;

/// <summary>Sizes as people read them: powers of a thousand, as storage is counted and paid.</summary>
internal static class ByteCount
{
    private static readonly string[] _units = ["kB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>Such as <c>1 byte</c>, <c>12.3 kB</c>, <c>253 MB</c>.</summary>
    public static string Show(long bytes)
    {
        if (bytes < 1000)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{bytes} {(bytes == 1 ? "byte" : "bytes")}");
        }

        double value = bytes / 1000.0;
        int unit = 0;

        // What would be rounded to 1000 is one of the next unit.
        while (value >= 999.5 && unit + 1 < _units.Length)
        {
            value /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(value < 99.95 ? Math.Round(value, 1) : Math.Round(value)):0.#} {_units[unit]}");
    }

    /// <summary>Such as <c>3 files, 12.3 kB</c>.</summary>
    public static string Show(int files, long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{files:N0} {(files == 1 ? "file" : "files")}, {Show(bytes)}");
}
