using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace ServerlessCompute;

/// <summary>The numbers and dates of YAML 1.1: <c>010</c> is eight, <c>1:30</c> ninety, <c>1_000</c> a thousand, <c>1e3</c> a text.</summary>
internal static class YamlNumbers
{
    /// <summary>Longer numbers are read by nobody, the reference client included.</summary>
    private const int LongestNumber = 4300;

    private static readonly SearchValues<char> _hexadecimal = SearchValues.Create("0123456789abcdefABCDEF_");

    private static readonly SearchValues<char> _octal = SearchValues.Create("01234567_");

    private static readonly SearchValues<char> _decimal = SearchValues.Create("0123456789_");

    /// <summary>What a text is that begins with a sign, a point or a digit.</summary>
    public static ScalarKind KindOf(ReadOnlySpan<char> plain)
    {
        bool isSigned = plain[0] is '-' or '+';
        ReadOnlySpan<char> number = isSigned ? plain[1..] : plain;
        if (number.IsEmpty)
        {
            return ScalarKind.Text;
        }

        if (number[0] == '.')
        {
            return number is ".inf" or ".Inf" or ".INF" || (!isSigned && (number is ".nan" or ".NaN" or ".NAN" || IsFraction(number))) ? ScalarKind.Number : ScalarKind.Text;
        }

        return !char.IsAsciiDigit(number[0]) ? ScalarKind.Text
            : IsInteger(number) ? ScalarKind.Integer
            : IsReal(number) ? ScalarKind.Number
            : !isSigned && IsDate(number) ? ScalarKind.Date
            : ScalarKind.Text;
    }

    /// <summary>The value of a whole number; null when the text is none, and for <c>0x_</c> and the like, which have no digits.</summary>
    public static BigInteger? Integer(string plain)
    {
        if (plain.Length is 0 or > LongestNumber || KindOf(plain) != ScalarKind.Integer)
        {
            return null;
        }

        ReadOnlySpan<char> digits = plain.Replace("_", "", StringComparison.Ordinal);
        bool isNegative = digits.StartsWith("-");
        digits = digits is ['-' or '+', .. var rest] ? rest : digits;
        BigInteger? value = digits switch
        {
            ['0', 'b', .. var binary] => OfBase(binary, 2),
            ['0', 'x', .. var hexadecimal] => OfBase(hexadecimal, 16),
            ['0', _, ..] => OfBase(digits, 8),
            _ when digits.Contains(':') => OfSixty(digits),
            _ => BigInteger.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger number) ? number : null,
        };
        return isNegative ? -value : value;
    }

    /// <summary>The value of another number; null when the text is none.</summary>
    public static double? Real(string plain)
    {
        if (plain.Length > LongestNumber)
        {
            return null;
        }

        string text = plain.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        int sign = text.StartsWith('-') ? -1 : 1;
        text = text.TrimStart('-', '+');
        if (text is ".inf" or ".nan")
        {
            return text == ".nan" ? double.NaN : sign * double.PositiveInfinity;
        }

        double value = 0;
        foreach (string part in text.Split(':'))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number))
            {
                return null;
            }

            value = (value * 60) + number;
        }

        return sign * value;
    }

    private static bool IsInteger(ReadOnlySpan<char> number) => number switch
    {
        ['0'] => true,
        ['0', 'b', .. { Length: > 0 } binary] => !binary.ContainsAnyExcept("01_"),
        ['0', 'x', .. { Length: > 0 } hexadecimal] => !hexadecimal.ContainsAnyExcept(_hexadecimal),
        ['0', .. var octal] => !octal.ContainsAnyExcept(_octal),
        _ => Sixties(number[Digits(number)..]).IsEmpty,
    };

    private static bool IsReal(ReadOnlySpan<char> number)
    {
        ReadOnlySpan<char> whole = number[Digits(number)..];
        ReadOnlySpan<char> sixties = Sixties(whole);
        if (sixties.IsEmpty || sixties[0] != '.')
        {
            return false;
        }

        ReadOnlySpan<char> rest = sixties[(1 + Digits(sixties[1..]))..];
        return rest.IsEmpty || (sixties.Length == whole.Length && IsExponent(rest));
    }

    private static bool IsFraction(ReadOnlySpan<char> number) =>
        number.Length > 1 && char.IsAsciiDigit(number[1]) && number[(1 + Digits(number[1..]))..] is var rest && (rest.IsEmpty || IsExponent(rest));

    /// <summary>An exponent has a sign: without one it is a text.</summary>
    private static bool IsExponent(ReadOnlySpan<char> text) =>
        text is ['e' or 'E', '-' or '+', .. { Length: > 0 } digits] && !digits.ContainsAnyExceptInRange('0', '9');

    /// <summary>How many digits and underscores a text begins with.</summary>
    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(_decimal) is var end and >= 0 ? end : text.Length;

    /// <summary>What is behind groups of at most 59 with colons before them.</summary>
    private static ReadOnlySpan<char> Sixties(ReadOnlySpan<char> text)
    {
        while (text is [':', >= '0' and <= '9', ..])
        {
            bool hasTwo = text is [_, >= '0' and <= '5', >= '0' and <= '9', ..];
            if (!hasTwo && text is [_, _, >= '0' and <= '9', ..])
            {
                return text;
            }

            text = text[(hasTwo ? 3 : 2)..];
        }

        return text;
    }

    /// <summary>A day, or a day and a time, with or without a zone.</summary>
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        if (!(TryTake(ref text, 4, 4) && TryTake(ref text, '-')))
        {
            return false;
        }

        ReadOnlySpan<char> day = text;
        if (TryTake(ref day, 2, 2) && TryTake(ref day, '-') && TryTake(ref day, 2, 2) && day.IsEmpty)
        {
            return true;
        }

        if (!(TryTake(ref text, 1, 2) && TryTake(ref text, '-') && TryTake(ref text, 1, 2)))
        {
            return false;
        }

        int blanks = text.IndexOfAnyExcept(' ', '\t');
        if (!(TryTake(ref text, 'T') || TryTake(ref text, 't')) && blanks <= 0)
        {
            return false;
        }

        text = blanks > 0 ? text[blanks..] : text;
        if (!(TryTake(ref text, 1, 2) && TryTake(ref text, ':') && TryTake(ref text, 2, 2) && TryTake(ref text, ':') && TryTake(ref text, 2, 2)))
        {
            return false;
        }

        if (TryTake(ref text, '.'))
        {
            TryTake(ref text, 0, int.MaxValue);
        }

        return IsZone(text.TrimStart(" \t"));
    }

    private static bool IsZone(ReadOnlySpan<char> text) =>
        text is "" or "Z"
        || ((TryTake(ref text, '-') || TryTake(ref text, '+')) && TryTake(ref text, 1, 2) && (text.IsEmpty || (TryTake(ref text, ':') && TryTake(ref text, 2, 2) && text.IsEmpty)));

    private static bool TryTake(ref ReadOnlySpan<char> text, char letter)
    {
        bool isThere = text.Length > 0 && text[0] == letter;
        text = isThere ? text[1..] : text;
        return isThere;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, int least, int most)
    {
        int digits = 0;
        while (digits < most && digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        text = digits >= least ? text[digits..] : text;
        return digits >= least;
    }

    private static BigInteger? OfBase(ReadOnlySpan<char> digits, int radix)
    {
        BigInteger value = 0;
        foreach (char digit in digits)
        {
            value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
        }

        return digits.IsEmpty ? null : value;
    }

    private static BigInteger? OfSixty(ReadOnlySpan<char> digits)
    {
        BigInteger value = 0;
        foreach (Range part in digits.Split(':'))
        {
            value = (value * 60) + BigInteger.Parse(digits[part], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return value;
    }
}
