using System.Globalization;

namespace ServerlessCompute;

/// <summary>What a scalar without quotes means in YAML 1.1, letter by letter as the reference client's parser, PyYAML, reads it.</summary>
internal static class YamlScalars
{
    /// <summary>The key under which a map takes in other maps.</summary>
    public const string Merge = "<<";

    /// <summary>A scalar that YAML 1.1 reserves and nobody gives a meaning.</summary>
    public const string Reserved = "=";

    /// <summary>Whether the text, without quotes, is read as a text and not as a number, a date, a truth value or null.</summary>
    public static bool IsText(string plain) => KindOf(plain) == ScalarKind.Text;

    /// <summary>What the text is without quotes; null for the two that may not be a value.</summary>
    public static ScalarKind? KindOf(string plain)
    {
        if (plain.Length == 0)
        {
            return ScalarKind.Null;
        }

        char first = plain[0];
        return first is '.' or '-' or '+' || char.IsAsciiDigit(first) ? YamlNumbers.KindOf(plain) : plain switch
        {
            "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
            "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => ScalarKind.Flag,
            "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => ScalarKind.Flag,
            Merge or Reserved => null,
            _ => ScalarKind.Text,
        };
    }

    /// <summary>The scalar that the text is without quotes; null for one that may not be a value.</summary>
    public static TreeScalar? Resolve(string plain, TreePlace place) => KindOf(plain) is { } kind ? As(kind, plain, place) : null;

    /// <summary>The text as a scalar of that kind; null when it is none.</summary>
    public static TreeScalar? As(ScalarKind kind, string plain, TreePlace place)
    {
        switch (kind)
        {
            case ScalarKind.Text:
                return new TreeScalar(ScalarKind.Text, plain, place);
            case ScalarKind.Null:
                return new TreeScalar(ScalarKind.Null, "null", place);
            case ScalarKind.Flag:
                return plain.ToUpperInvariant() switch
                {
                    "YES" or "TRUE" or "ON" => new TreeScalar(ScalarKind.Flag, "true", place),
                    "NO" or "FALSE" or "OFF" => new TreeScalar(ScalarKind.Flag, "false", place),
                    _ => null,
                };
            case ScalarKind.Integer:
                return YamlNumbers.Integer(plain) is { } integer ? new TreeScalar(ScalarKind.Integer, integer.ToString(CultureInfo.InvariantCulture), place) : null;
            case ScalarKind.Number:
                return YamlNumbers.Real(plain) is { } real ? new TreeScalar(ScalarKind.Number, LiteralFormat.Format(real), place) : null;
            default:
                return new TreeScalar(ScalarKind.Date, plain, place);
        }
    }
}
