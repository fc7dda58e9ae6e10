using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Trees as JSON. Numbers keep their spelling in both directions.</summary>
internal static class TreeJson
{
    /// <summary>As deep as a tree of YAML may be, and somewhat more.</summary>
    private static readonly JsonReaderOptions _deep = new() { MaxDepth = 128 };

    public static Tree Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadMap(ref reader);
            case JsonTokenType.StartArray:
                var items = new List<Tree>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader));
                }

                return new TreeList(items);
            case JsonTokenType.String:
                return new TreeScalar(ScalarKind.Text, reader.GetString()!);
            case JsonTokenType.Number:
                string number = Encoding.UTF8.GetString(reader.ValueSpan);
                return new TreeScalar(number.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? ScalarKind.Integer : ScalarKind.Number, number);
            case JsonTokenType.True or JsonTokenType.False:
                return TreeScalar.Of(reader.GetBoolean());
            default:
                return TreeScalar.Null;
        }
    }

    public static Tree Read(RawJson json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.ToString()), _deep);
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>What a text says that is JSON; null for any other.</summary>
    public static Tree? TryParse(string text)
    {
        try
        {
            return Read(RawJson.Parse(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static void Write(Utf8JsonWriter writer, Tree tree)
    {
        switch (tree)
        {
            case TreeMap map:
                writer.WriteStartObject();
                foreach (TreeEntry entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Name);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case TreeList list:
                writer.WriteStartArray();
                foreach (Tree item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case TreeScalar scalar:
                Write(writer, scalar);
                break;
        }
    }

    public static RawJson ToRaw(Tree tree)
    {
        // Escaped as every raw value is, since two of them are compared by their text.
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, tree);
        }

        return RawJson.FromCompact(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static TreeMap ReadMap(ref Utf8JsonReader reader)
    {
        var entries = new List<TreeEntry>();
        HashSet<string>? names = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            Tree value = Read(ref reader);

            // Of two members of one name the last counts, as it does to every reader of JSON.
            names ??= new HashSet<string>(StringComparer.Ordinal);
            if (!names.Add(name))
            {
                entries.RemoveAll(entry => entry.Name == name);
            }

            entries.Add(new TreeEntry(name, value));
        }

        return entries.Count == 0 ? TreeMap.Empty : new TreeMap(entries);
    }

    private static void Write(Utf8JsonWriter writer, TreeScalar scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                writer.WriteNullValue();
                break;
            case ScalarKind.Flag:
                writer.WriteBooleanValue(scalar.Text == "true");
                break;
            case ScalarKind.Integer:
                writer.WriteRawValue(scalar.Text, skipInputValidation: true);
                break;
            case ScalarKind.Number when double.IsFinite(scalar.AsDouble()):
                writer.WriteRawValue(scalar.Text, skipInputValidation: true);
                break;
            default:
                // JSON has no number for infinity: its text says what was meant.
                writer.WriteStringValue(scalar.Text);
                break;
        }
    }
}
