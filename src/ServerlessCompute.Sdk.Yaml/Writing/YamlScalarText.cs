using System.Buffers;
using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>The spelling of scalars: without quotes where YAML 1.1 reads what was meant, otherwise between quotes.</summary>
internal static class YamlScalarText
{
    private const string NeverFirst = "#,[]{}&*!|>'\"%@`";

    private static readonly SearchValues<char> _marks = SearchValues.Create(",[]{}?:#");

    public static string Of(TreeScalar scalar) => scalar.Kind switch
    {
        ScalarKind.Text => OfText(scalar.Text),
        ScalarKind.Number => OfNumber(scalar.Text),
        _ => scalar.Text,
    };

    public static string OfKey(string name) => OfText(name);

    /// <summary>Whether a text of several lines can stand as a block of them: nothing in it that only an escape can say.</summary>
    public static bool MayBeBlock(string text) =>
        text.AsSpan().TrimEnd('\n').Contains('\n')
        && text[0] is not (' ' or '\n' or '\t')
        && !text.Any(letter => letter != '\n' && letter != '\t' && !IsPlain(letter))
        && !text.Split('\n').Any(line => line.Length > 0 && line.Trim(' ', '\t').Length == 0);

    /// <summary>Whether a text may stand in a list of one line as it is.</summary>
    public static bool MayStandInLine(string text) =>
        text.Length <= 30 && MayBeBare(text) && text.AsSpan().IndexOfAny(_marks) < 0;

    private static string OfText(string text) =>
        MayBeBare(text) ? text
        : text.All(IsPlain) ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : Escaped(text);

    private static bool MayBeBare(string text) =>
        text.Length > 0
        && YamlScalars.IsText(text)
        && text.All(IsPlain)
        && text[0] != ' '
        && text[^1] is not (' ' or ':')
        && !text.StartsWith("---", StringComparison.Ordinal)
        && !text.StartsWith("...", StringComparison.Ordinal)
        && !NeverFirst.Contains(text[0], StringComparison.Ordinal)
        && !(text[0] is '?' or ':' or '-' && (text.Length == 1 || text[1] == ' '))
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal);

    /// <summary>A number is written with the point and the sign that YAML wants in one with an exponent.</summary>
    private static string OfNumber(string number) => number switch
    {
        "inf" => ".inf",
        "-inf" => "-.inf",
        "nan" => ".nan",
        _ => WithPoint(number),
    };

    private static string WithPoint(string number)
    {
        int exponent = number.IndexOfAny(['e', 'E']);
        if (exponent < 0)
        {
            return number;
        }

        string mantissa = number[..exponent];
        string power = number[(exponent + 1)..];
        return $"{mantissa}{(mantissa.Contains('.', StringComparison.Ordinal) ? "" : ".0")}e{(power[0] is '-' or '+' ? "" : "+")}{power}";
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                _ when rune.Utf16SequenceLength == 2 || IsPlain((char)rune.Value) => escaped.Append(rune),
                _ => escaped.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
            };
        }

        return escaped.Append('"').ToString();
    }

    /// <summary>Whether a character can stand for itself: it can be seen, and ends no line.</summary>
    private static bool IsPlain(char letter) =>
        letter is (>= ' ' and <= '~') or (>= '\u00a0' and <= '\u2027') or (>= '\u202a' and <= '\ufffd' and not '\ufeff');
}
