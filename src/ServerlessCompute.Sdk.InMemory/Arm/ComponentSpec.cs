using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A component's specification as the service answers it (recorded): numbers and booleans become texts, <c>_source</c> goes, resources of
/// one instance are there when none were sent, and a curated environment is answered by its registry's address.
/// </summary>
internal static class ComponentSpec
{
    private const string Curated = "azureml:AzureML-";

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> spec)
    {
        if (JsonScan.IsNullOrAbsent(spec))
        {
            writer.WriteNullValue();
            return;
        }

        JsonElement sent = JsonElement.Parse(spec);
        writer.WriteStartObject();
        foreach (JsonProperty member in sent.EnumerateObject().Where(static m => m.Name != "_source"))
        {
            writer.WritePropertyName(member.Name);
            if (member.Name == "environment" && member.Value.ValueKind == JsonValueKind.String)
            {
                writer.WriteStringValue(RegistryUri(member.Value.GetString()!));
            }
            else
            {
                WriteAsText(writer, member.Value);
            }
        }

        if (!sent.TryGetProperty("resources", out _) && sent.TryGetProperty("command", out _))
        {
            writer.WriteStartObject("resources"u8);
            writer.WriteString("instance_count"u8, "1"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Whether both say the same to the service, which keeps numbers and booleans as texts: a client may send back what it was answered.</summary>
    public static bool IsSame(JsonElement one, JsonElement other) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => one.GetPropertyCount() == other.GetPropertyCount()
            && one.EnumerateObject().All(member => other.TryGetProperty(member.Name, out JsonElement value) && IsSame(member.Value, value)),
        (JsonValueKind.Array, JsonValueKind.Array) => one.GetArrayLength() == other.GetArrayLength() && one.EnumerateArray().Zip(other.EnumerateArray()).All(static pair => IsSame(pair.First, pair.Second)),
        (JsonValueKind.Object or JsonValueKind.Array, _) or (_, JsonValueKind.Object or JsonValueKind.Array) => false,
        _ => Text(one) == Text(other),
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.String when value.GetString()!.StartsWith(Curated, StringComparison.Ordinal) => RegistryUri(value.GetString()!),
        _ => value.ToString(),
    };

    private static string RegistryUri(string environment) =>
        environment.StartsWith(Curated, StringComparison.Ordinal) && environment["azureml:".Length..].Split(':') is [var name, var version]
            ? $"azureml://registries/azureml/environments/{name}/versions/{version}"
            : environment;

    private static void WriteAsText(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    WriteAsText(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    WriteAsText(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Null:
                writer.WriteNullValue();
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteStringValue(value.GetBoolean() ? "True" : "False");
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }
}
