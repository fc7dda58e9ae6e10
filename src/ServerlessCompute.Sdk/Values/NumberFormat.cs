using System.Globalization;

namespace ServerlessCompute;

/// <summary>Numbers in the spelling that Python's <c>str</c> gives.</summary>
internal static class NumberFormat
{
    public static string Format(float value) => float.IsFinite(value)
        ? FormatFloat(value.ToString("E8", CultureInfo.InvariantCulture), value.ToString("R", CultureInfo.InvariantCulture))
        : Format((double)value);

    public static string Format(double value) => value switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        double.NaN => "nan",
        _ => FormatFloat(value.ToString("E16", CultureInfo.InvariantCulture), value.ToString("R", CultureInfo.InvariantCulture)),
    };

    /// <summary>Python writes an exponent below 1e-4 and from 1e16 on, with two digits at least, and ".0" behind whole numbers.</summary>
    private static string FormatFloat(string scientific, string shortest)
    {
        int exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        (bool negative, string digits, int pointExponent) = Digits(shortest);
        string sign = negative ? "-" : "";
        if (digits == "0")
        {
            return sign + "0.0";
        }

        if (exponent is < -4 or >= 16)
        {
            string mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{mantissa}e{(pointExponent < 0 ? "-" : "+")}{Math.Abs(pointExponent):00}");
        }

        if (pointExponent < 0)
        {
            return $"{sign}0.{new string('0', -pointExponent - 1)}{digits}";
        }

        return pointExponent + 1 >= digits.Length
            ? $"{sign}{digits.PadRight(pointExponent + 1, '0')}.0"
            : $"{sign}{digits[..(pointExponent + 1)]}.{digits[(pointExponent + 1)..]}";
    }

    /// <summary>The significant digits of a number's shortest text, and the power of ten of the first of them.</summary>
    private static (bool Negative, string Digits, int Exponent) Digits(string shortest)
    {
        bool negative = shortest[0] == '-';
        string text = negative ? shortest[1..] : shortest;
        int exponent = 0;
        int e = text.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0)
        {
            exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }

        int point = text.IndexOf('.', StringComparison.Ordinal);
        string all = point < 0 ? text : text.Remove(point, 1);
        exponent += (point < 0 ? text.Length : point) - 1;
        string trimmed = all.TrimStart('0');
        exponent -= all.Length - trimmed.Length;
        trimmed = trimmed.TrimEnd('0');
        return trimmed.Length == 0 ? (negative, "0", 0) : (negative, trimmed, exponent);
    }
}
