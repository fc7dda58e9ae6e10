using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A duration: ISO 8601 in REST, and in trees a whole number of a unit, or ISO 8601 where steps want that.</summary>
/// <param name="unit">The unit of the numbers in trees.</param>
/// <param name="isoInSteps">Whether steps spell it as REST does.</param>
internal sealed class DurationForm(TimeSpan unit, bool isoInSteps) : ValueForm<TimeSpan>
{
    public TimeSpan Unit { get; } = unit;

    public override bool IsUnset(TimeSpan value) => false;

    public override void WriteRest(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(WireDuration.Format(value));

    public override TimeSpan ReadRest(ref Utf8JsonReader reader) => WireValue.Duration(ref reader)!.Value;

    public override Tree Write(TimeSpan value, Dialect dialect) =>
        dialect == Dialect.Step && isoInSteps ? WireDuration.Format(value)
        : value.Ticks % Unit.Ticks == 0 ? TreeScalar.Of(value.Ticks / Unit.Ticks)
        : TreeScalar.Of(value / Unit);

    public override bool TryRead(Tree tree, TreeReader reader, out TimeSpan value)
    {
        TimeSpan? read = tree switch
        {
            TreeScalar { Kind: ScalarKind.Integer or ScalarKind.Number } scalar => OfUnits(scalar.AsDouble(), reader.Dialect),
            TreeScalar { Kind: ScalarKind.Text, Text: var text } when reader.Dialect != Dialect.Yaml && WireDuration.TryParse(text, out TimeSpan parsed) => parsed,
            TreeScalar { Kind: ScalarKind.Text, Text: var text } when reader.Dialect == Dialect.Yaml && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int units) => OfUnits(units, reader.Dialect),
            _ => null,
        };
        value = read ?? default;
        return read is not null || Wrong(tree, reader, $"A whole number of {(Unit == TimeSpan.FromMinutes(1) ? "minutes" : "seconds")}");
    }

    public override void WriteCSharp(CSharpText text, TimeSpan value) => text.Duration(value);

    /// <summary>YAML's numbers are cut to whole units, as the reference client reads them.</summary>
    private TimeSpan? OfUnits(double units, Dialect dialect)
    {
        double whole = dialect == Dialect.Yaml ? Math.Truncate(units) : units;
        return Math.Abs(whole) < TimeSpan.MaxValue / Unit ? TimeSpan.FromTicks((long)(whole * Unit.Ticks)) : null;
    }
}
