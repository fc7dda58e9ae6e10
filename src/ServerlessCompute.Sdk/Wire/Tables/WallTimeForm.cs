using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A time of a clock whose zone is said elsewhere: date and time without an offset.</summary>
internal sealed class WallTimeForm : ValueForm<DateTime>
{
    private const string RestFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    private const string YamlFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    /// <summary>An offset counts for nothing: neither does the service look at one, nor does the reference client send it.</summary>
    private static readonly string[] _formats =
    [
        .. from day in new[] { "yyyy-MM-dd'T'", "yyyy-MM-dd " }
           from time in new[] { "HH:mm:ss.FFFFFFF", "HH:mm:ss", "HH:mm" }
           select day + time,
    ];

    public override bool IsUnset(DateTime value) => false;

    public override void WriteRest(Utf8JsonWriter writer, DateTime value) => writer.WriteStringValue(value.ToString(RestFormat, CultureInfo.InvariantCulture));

    public override DateTime ReadRest(ref Utf8JsonReader reader) =>
        TryParse(WireValue.Text(ref reader), out DateTime value) ? value : throw WireValue.Wrong(ref reader, "a time such as 2026-12-01 06:00:00");

    public override Tree Write(DateTime value, Dialect dialect) => value.ToString(YamlFormat, CultureInfo.InvariantCulture);

    public override bool TryRead(Tree tree, TreeReader reader, out DateTime value)
    {
        value = default;
        if (tree is TreeScalar { Kind: ScalarKind.Text, Text: var text } && TryParse(text, out value))
        {
            return true;
        }

        return Wrong(tree, reader, "A time such as \"2026-12-01T06:00:00\"", tree is TreeScalar { Kind: ScalarKind.Date } ? "Put it between quotes." : "");
    }

    public override void WriteCSharp(CSharpText text, DateTime value)
    {
        string parts = string.Create(CultureInfo.InvariantCulture, $"new DateTime({value.Year}, {value.Month}, {value.Day}, {value.Hour}, {value.Minute}, {value.Second})");
        long rest = value.Ticks % TimeSpan.TicksPerSecond;
        text.Append(rest == 0 ? parts : string.Create(CultureInfo.InvariantCulture, $"{parts}.AddTicks({rest})"));
    }

    private static bool TryParse(string text, out DateTime value)
    {
        string wall = WithoutOffset(text.Trim());
        return DateTime.TryParseExact(wall, _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    private static string WithoutOffset(string text)
    {
        const int LeastTime = 16;
        int offset = text.Length <= LeastTime ? -1 : text.AsSpan(LeastTime).IndexOfAny("Zz+-");
        return offset < 0 ? text : text[..(LeastTime + offset)].TrimEnd();
    }
}
