using System.Globalization;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>What an unquoted scalar means in YAML 1.1, which the reference client's parser reads.</summary>
internal static partial class YamlScalars
{
    /// <summary>Whether the text, unquoted, is read as a text and not as a number, a date, a truth value or null.</summary>
    public static bool IsText(string plain) =>
        !(Null().IsMatch(plain) || Bool().IsMatch(plain) || Int().IsMatch(plain) || Float().IsMatch(plain) || Date().IsMatch(plain));

    /// <summary>An unquoted scalar; null for one whose spelling would change in a way that is not known here.</summary>
    public static YamlTree.Scalar? Read(string plain)
    {
        if (IsText(plain))
        {
            return new YamlTree.Scalar(plain, IsText: true);
        }

        string? text =
            Null().IsMatch(plain) ? (plain is "<<" or "=" ? null : "null")
            : Bool().IsMatch(plain) ? (plain.ToUpperInvariant() is "YES" or "TRUE" or "ON" ? "true" : "false")
            : DecimalInt().IsMatch(plain) && long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) ? LiteralFormat.Format(integer)
            : DecimalFloat().IsMatch(plain) ? Float(double.Parse(plain, CultureInfo.InvariantCulture))
            : null;
        return text is null ? null : new YamlTree.Scalar(text, IsText: false);
    }

    /// <summary>Python's text of the number, with a point that YAML wants before an exponent.</summary>
    private static string? Float(double value)
    {
        string text = LiteralFormat.Format(value);
        return !double.IsFinite(value) ? null : text.Contains('.', StringComparison.Ordinal) ? text : text.Replace("e", ".0e", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?:~|null|Null|NULL|<<|=|)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Null();

    [GeneratedRegex(@"^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Bool();

    [GeneratedRegex(@"^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Int();

    [GeneratedRegex(@"^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.NonBacktracking)]
    private static partial Regex Float();

    [GeneratedRegex(@"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[-+]?(?:0|[1-9][0-9]*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex DecimalInt();

    [GeneratedRegex(@"^[-+]?[0-9]*\.[0-9]*(?:[eE][-+][0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex DecimalFloat();
}
