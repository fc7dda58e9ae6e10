using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a component's specification says, read once. Flags come as JSON's or as texts: clients and the service write both.</summary>
internal sealed class ComponentFacts
{
    private ComponentFacts(string id, JsonElement spec)
    {
        Id = id;
        Spec = spec;
        Type = Text(spec, "type") ?? "command";
        Inputs = Members(spec, "inputs");
        Outputs = Members(spec, "outputs");
        IsDeterministic = !Says(spec, "is_deterministic", "false");
    }

    public string Id { get; }

    public JsonElement Spec { get; }

    public string Type { get; }

    public IReadOnlyDictionary<string, JsonElement> Inputs { get; }

    public IReadOnlyDictionary<string, JsonElement> Outputs { get; }

    /// <summary>Whether the same inputs always give the same outputs, so that a finished run can stand for the next.</summary>
    public bool IsDeterministic { get; }

    /// <summary>A component whose specification is not here, since it lives in a registry.</summary>
    public bool IsForeign { get; private init; }

    public static ComponentFacts Read(string id, ReadOnlySpan<byte> spec) => new(id, JsonElement.Parse(spec));

    public static ComponentFacts Foreign(string id) => new(id, JsonElement.Parse("{}"u8)) { IsForeign = true };

    public static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array)
            ? value.ToString()
            : null;

    /// <summary>An object or list, or undefined.</summary>
    public static JsonElement Part(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? value : default;

    /// <summary>Whether a member is there and says this word, in any case.</summary>
    public static bool Says(JsonElement owner, string name, string word) => string.Equals(Text(owner, name), word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Text that ought to be JSON, or undefined.</summary>
    public static JsonElement TryParse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>An id as bodies of jobs have it: without the prefix that component specifications put in front.</summary>
    public static string? ArmId(string? text) =>
        text is not null && text.StartsWith("azureml:/", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("azureml://", StringComparison.OrdinalIgnoreCase) ? text["azureml:".Length..] : text;

    private static Dictionary<string, JsonElement> Members(JsonElement spec, string name)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (Part(spec, name) is { ValueKind: JsonValueKind.Object } part)
        {
            foreach (JsonProperty member in part.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }

        return members;
    }
}
