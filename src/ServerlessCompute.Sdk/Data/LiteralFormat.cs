using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// How values become text in commands and literal inputs: invariant culture and the spelling that Python's <c>str</c> gives, since
/// that is what training scripts have always been sent.
/// </summary>
internal static class LiteralFormat
{
    public static string Format(bool value) => value ? "True" : "False";

    public static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Format(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Format(float value) => NumberFormat.Format(value);

    public static string Format(double value) => NumberFormat.Format(value);

    /// <summary>What a value of that type is as an input of a component; unset for a text.</summary>
    public static PortType TypeOf(object? value) => value switch
    {
        bool => PortType.Boolean,
        double or float or decimal => PortType.Number,
        sbyte or byte or short or ushort or int or uint or long or ulong => PortType.Integer,
        _ => default,
    };

    /// <summary>Any literal type, or null when the type is none.</summary>
    public static string? TryFormat(object? value) => value switch
    {
        string text => text,
        bool flag => Format(flag),
        double number => Format(number),
        float number => Format(number),
        decimal number => Format(number),
        ulong number => Format(number),
        sbyte or byte or short or ushort or int or uint or long => Format(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => null,
    };
}
