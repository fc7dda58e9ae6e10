using System.Globalization;

namespace ServerlessCompute;

/// <summary>A scalar of a tree.</summary>
/// <param name="kind">What it is.</param>
/// <param name="text">
/// Its text: of a text the content; of a truth value <c>true</c> or <c>false</c>; of a whole number its decimal digits; of another number
/// a spelling that JSON reads; of a date what was written.
/// </param>
/// <param name="place">Where it stands.</param>
internal sealed class TreeScalar(ScalarKind kind, string text, TreePlace place = default) : Tree(place)
{
    public static TreeScalar Null { get; } = new(ScalarKind.Null, "null");

    private static readonly TreeScalar _true = new(ScalarKind.Flag, "true");

    private static readonly TreeScalar _false = new(ScalarKind.Flag, "false");

    public ScalarKind Kind { get; } = kind;

    public string Text { get; } = text;

    public bool IsNull => Kind == ScalarKind.Null;

    public static TreeScalar Of(bool value) => value ? _true : _false;

    public static TreeScalar Of(long value) => new(ScalarKind.Integer, LiteralFormat.Format(value));

    /// <summary>A number in the spelling of the reference client, in which hashes are made.</summary>
    public static TreeScalar Of(double value) => new(ScalarKind.Number, LiteralFormat.Format(value));

    /// <summary>The text that the reference client makes of the value where a job's literal belongs: <c>True</c>, <c>1e-05</c>.</summary>
    public string Literal => Kind switch
    {
        ScalarKind.Flag => LiteralFormat.Format(Text == "true"),
        ScalarKind.Number => LiteralFormat.Format(AsDouble()),
        _ => Text,
    };

    public double AsDouble() => Text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN,
    };

    public override string Describe() => Kind switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Text => $"the text '{Shorten(Text)}'",
        ScalarKind.Flag => Text,
        ScalarKind.Date => $"the date {Text}",
        _ => $"the number {Shorten(Text)}",
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "…");
}
