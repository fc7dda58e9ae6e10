using System.Globalization;

namespace ServerlessCompute;

/// <summary>Whether a value is one that a component's input takes.</summary>
internal static class LiteralFit
{
    /// <summary>What is wrong with it, as a sentence; null when nothing is.</summary>
    public static string? Misfit(string value, ComponentInput port) => port.Type.Value switch
    {
        PortType.Values.Number => NumberOf(value) is { } number ? Beyond(value, number, port) : $"The value {Shown.Value(value)} is no number.",
        PortType.Values.Integer => IsWhole(value) && NumberOf(value) is { } number ? Beyond(value, number, port) : $"The value {Shown.Value(value)} is no whole number.",
        PortType.Values.Boolean => bool.TryParse(value, out _) ? null : $"The value {Shown.Value(value)} is neither True nor False.",
        PortType.Values.String when port.Enum is { Count: > 0 } texts && !texts.Contains(value, StringComparer.Ordinal) => $"The value {Shown.Value(value)} is none of {Shown.Text(Shown.List([.. texts]))}.",
        _ => null,
    };

    /// <summary>The number that a text is; null when it is none.</summary>
    public static double? NumberOf(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static bool IsWhole(string text) => System.Numerics.BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string? Beyond(string value, double number, ComponentInput port) =>
        NumberOf(port.Min) > number ? $"The value {Shown.Value(value)} is less than {Shown.Text(port.Min!)}."
        : NumberOf(port.Max) < number ? $"The value {Shown.Value(value)} is greater than {Shown.Text(port.Max!)}."
        : null;
}
