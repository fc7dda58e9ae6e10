namespace ServerlessCompute;

/// <summary>
/// The value of one of Spark's settings, made from a text, a number or a truth value by itself. Immutable. Two are equal when their texts
/// are: the service gives back texts alone.
/// </summary>
public sealed record SparkSetting
{
    private SparkSetting(string text, RawJson json)
    {
        Text = text;
        Json = json;
    }

    /// <summary>The value as a job says it: <c>2g</c>, <c>4</c>, <c>True</c>.</summary>
    public string Text { get; }

    /// <summary>The value as a pipeline's step says it: numbers and truth values stay what they are.</summary>
    internal RawJson Json { get; }

    /// <summary>A text.</summary>
    public static implicit operator SparkSetting(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new SparkSetting(value, value);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator SparkSetting(int value) => OfNumber(LiteralFormat.Format(value));

    /// <summary>A number.</summary>
    public static implicit operator SparkSetting(double value) =>
        LiteralFormat.Format(value) is var text && double.IsFinite(value) ? OfNumber(text) : text;

    /// <summary>A truth value.</summary>
    public static implicit operator SparkSetting(bool value) => new(LiteralFormat.Format(value), value);

    /// <summary>A number in the spelling of the reference client, which JSON reads as well.</summary>
    internal static SparkSetting OfNumber(string number) => new(number, RawJson.FromCompact(number));

    /// <inheritdoc/>
    public bool Equals(SparkSetting? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
