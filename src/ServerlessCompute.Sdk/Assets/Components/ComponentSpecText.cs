using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Component specifications as JSON: placeholders in them, and the request that registers one.</summary>
internal static class ComponentSpecText
{
    /// <summary>The name that stands in the specification of a component without one.</summary>
    public const string AnonymousName = "azureml_anonymous";

    private const string AnonymousVersion = "1";

    /// <summary>The texts in a specification that are such a placeholder, or one behind <c>azureml:</c>.</summary>
    public static IEnumerable<string> Find(JsonElement spec, Func<string, bool> isPlaceholder) => spec.ValueKind switch
    {
        JsonValueKind.Object => spec.EnumerateObject().SelectMany(member => Find(member.Value, isPlaceholder)),
        JsonValueKind.Array => spec.EnumerateArray().SelectMany(item => Find(item, isPlaceholder)),
        JsonValueKind.String when AssetReferences.WithoutPrefix(spec.GetString()!) is var text && isPlaceholder(text) => [text],
        _ => [],
    };

    /// <summary>The specification with what the service has named in the places of placeholders.</summary>
    public static ReadOnlyMemory<byte> Resolve(JsonElement spec, IReadOnlyDictionary<string, string> named) => AssetBody.Bytes(writer => Write(writer, spec, named));

    /// <summary>The body of the request that registers a component without a name.</summary>
    public static void WriteAnonymous(Utf8JsonWriter writer, JsonElement spec)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("properties");
        Copy(writer, spec, "description");
        Copy(writer, spec, "tags");
        writer.WriteBoolean("isAnonymous", true);
        writer.WriteStartObject("componentSpec");
        writer.WriteString("name", AnonymousName);
        writer.WriteString("version", AnonymousVersion);
        foreach (JsonProperty member in spec.EnumerateObject().Where(static member => member.Name is not ("name" or "version" or "id")))
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Copy(Utf8JsonWriter writer, JsonElement spec, string name)
    {
        if (spec.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, IReadOnlyDictionary<string, string> named)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, named);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(writer, item, named);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when value.GetString()! is var text && AssetReferences.WithoutPrefix(text) is var bare && named.TryGetValue(bare, out string? id):
                writer.WriteStringValue(text[..^bare.Length] + id);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
