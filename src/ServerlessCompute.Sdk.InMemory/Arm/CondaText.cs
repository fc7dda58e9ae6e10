using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>
/// The service answers a conda file as JSON text though YAML was sent (recorded). This reads the YAML that conda files are written in
/// (maps, lists and plain scalars by indentation); a text in any other form is answered as it came.
/// </summary>
internal static class CondaText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON text, or an empty text when there is no conda file.</summary>
    public static string ToJson(string? conda)
    {
        if (string.IsNullOrWhiteSpace(conda))
        {
            return "";
        }

        var lines = new Queue<Line>();
        foreach (string text in conda.Split('\n'))
        {
            string line = text.TrimEnd();
            string content = line.TrimStart();
            if (content.Length > 0 && content[0] != '#' && content != "---")
            {
                lines.Enqueue(new Line(line.Length - content.Length, content));
            }
        }

        if (lines.Count == 0 || lines.Peek().Text[0] is '{' or '[' || ReadBlock(lines, lines.Peek().Indent) is not { } root || lines.Count > 0)
        {
            return conda;
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            root.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n");
    }

    /// <summary>The version of Python that a conda file pins, when it is one that the service was recorded to refuse (before 3.8); null otherwise.</summary>
    public static string? OldPython(string? conda)
    {
        foreach (string text in (conda ?? "").Split('\n'))
        {
            string line = text.Trim().TrimStart('-').Trim().Trim('"', '\'');
            string version = line.StartsWith("python=", StringComparison.Ordinal) ? line["python=".Length..].TrimStart('=') : "";
            if (version.Split('.') is [var major, var minor, ..] && (major == "2" || (major == "3" && int.TryParse(minor, System.Globalization.CultureInfo.InvariantCulture, out int number) && number < 8)))
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>The map or list whose lines stand at that indentation; null for what this does not read.</summary>
    private static JsonNode? ReadBlock(Queue<Line> lines, int indent) => IsItem(lines.Peek().Text) ? ReadList(lines, indent) : ReadMap(lines, indent);

    private static JsonArray? ReadList(Queue<Line> lines, int indent)
    {
        var list = new JsonArray();
        while (lines.TryPeek(out Line line) && line.Indent == indent && IsItem(line.Text))
        {
            lines.Dequeue();
            string item = line.Text[1..].TrimStart();
            if (Key(item) is null)
            {
                list.Add((JsonNode?)JsonValue.Create(Scalar(item)));
                continue;
            }

            // A map within the list: its first member stands behind the dash.
            int inner = indent + line.Text.Length - item.Length;
            var rest = new Queue<Line>(lines);
            lines.Clear();
            lines.Enqueue(new Line(inner, item));
            while (rest.TryDequeue(out Line next))
            {
                lines.Enqueue(next);
            }

            if (ReadMap(lines, inner) is not { } map)
            {
                return null;
            }

            list.Add((JsonNode)map);
        }

        return list;
    }

    private static JsonObject? ReadMap(Queue<Line> lines, int indent)
    {
        var map = new JsonObject();
        while (lines.TryPeek(out Line line) && line.Indent == indent && !IsItem(line.Text))
        {
            if (Key(line.Text) is not { } key)
            {
                return null;
            }

            lines.Dequeue();
            string value = line.Text[(key.Length + 1)..].Trim();
            if (value.Length > 0)
            {
                map[key] = JsonValue.Create(Scalar(value));
            }
            else if (lines.TryPeek(out Line next) && (next.Indent > indent || (next.Indent == indent && IsItem(next.Text))))
            {
                if (ReadBlock(lines, next.Indent) is not { } block)
                {
                    return null;
                }

                map[key] = block;
            }
            else
            {
                map[key] = null;
            }
        }

        return map;
    }

    private static bool IsItem(string text) => text == "-" || text.StartsWith("- ", StringComparison.Ordinal);

    private static string? Key(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && (colon == text.Length - 1 || text[colon + 1] == ' ') && text.AsSpan(0, colon).IndexOfAny("'\" {[") < 0 ? text[..colon] : null;
    }

    private static string Scalar(string text)
    {
        int comment = text.IndexOf(" #", StringComparison.Ordinal);
        text = comment > 0 ? text[..comment].TrimEnd() : text;
        return text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;
    }

    private readonly record struct Line(int Indent, string Text);
}
