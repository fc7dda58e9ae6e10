using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// JSON as Python's <c>json.dumps(…, sort_keys=True)</c> writes it, which is what the reference client hashes: keys by code point, a
/// blank behind each comma and colon, only ASCII, numbers in Python's spelling.
/// </summary>
internal static class PythonJson
{
    /// <summary>Writes a value; of an object, without the members named.</summary>
    public static string Write(JsonElement value, params ReadOnlySpan<string> without)
    {
        var text = new StringBuilder();
        if (value.ValueKind == JsonValueKind.Object)
        {
            Write(text, value, without);
        }
        else
        {
            Write(text, value);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Write(text, value, without: []);
                break;
            case JsonValueKind.Array:
                WriteList(text, value);
                break;
            case JsonValueKind.String:
                Write(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(Number(value.GetRawText()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void Write(StringBuilder text, JsonElement value, ReadOnlySpan<string> without)
    {
        // Of a name that comes twice, Python keeps the last.
        var members = new SortedDictionary<string, JsonElement>(CodePointOrder.Comparer);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (!without.Contains(member.Name))
            {
                members[member.Name] = member.Value;
            }
        }

        text.Append('{');
        foreach ((string name, JsonElement member) in members)
        {
            text.Append(text[^1] == '{' ? "" : ", ");
            Write(text, name);
            text.Append(": ");
            Write(text, member);
        }

        text.Append('}');
    }

    private static void WriteList(StringBuilder text, JsonElement list)
    {
        text.Append('[');
        string separator = "";
        foreach (JsonElement item in list.EnumerateArray())
        {
            text.Append(separator);
            Write(text, item);
            separator = ", ";
        }

        text.Append(']');
    }

    private static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\f' => text.Append("\\f"),
                '\b' => text.Append("\\b"),
                >= ' ' and <= '~' => text.Append(c),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        text.Append('"');
    }

    /// <summary>Whole numbers of any length stay what they are; others are what a double is in Python.</summary>
    private static string Number(string raw)
    {
        if (raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
        {
            return raw is "-0" ? "0" : raw;
        }

        double value = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(value) ? (value > 0 ? "Infinity" : "-Infinity") : LiteralFormat.Format(value);
    }
}
