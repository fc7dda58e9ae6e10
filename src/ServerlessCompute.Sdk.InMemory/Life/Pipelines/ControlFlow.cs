using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Reads what steps of control flow say.</summary>
internal static class ControlFlow
{
    /// <summary>How often a <c>do_while</c> goes round when nobody limits it: the service's own limit.</summary>
    private const int MostIterations = 1000;

    /// <summary>The steps that a member names: one (<c>${{parent.jobs.a}}</c> or <c>a</c>), or a list of them.</summary>
    public static IEnumerable<string> Steps(JsonElement node, string member)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(member, out JsonElement value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(static v => Step(v.ToString())) : value.ValueKind == JsonValueKind.String ? [Step(value.GetString()!)] : [];
    }

    public static int MostRounds(JsonElement node) =>
        int.TryParse(ComponentFacts.Text(ComponentFacts.Part(node, "limits"), "max_iteration_count"), CultureInfo.InvariantCulture, out int count) ? Math.Clamp(count, 1, MostIterations) : MostIterations;

    public static int MostAtOnce(JsonElement node) =>
        int.TryParse(ComponentFacts.Text(node, "max_concurrency"), CultureInfo.InvariantCulture, out int count) && count > 0 ? count : int.MaxValue;

    /// <summary>The name of the body's output that says whether a <c>do_while</c> goes on.</summary>
    public static string? ConditionPort(JsonElement node) =>
        ComponentFacts.Text(node, "condition") is { } text
            ? StepBinding.In(text).FirstOrDefault() is { Expression: { } expression } ? StepBinding.Parse(expression).Port : text
            : null;

    /// <summary>Which of the body's outputs goes into which of its inputs the next time round.</summary>
    public static IEnumerable<(string Output, string Input)> Mapping(JsonElement node)
    {
        if (ComponentFacts.Part(node, "mapping") is not { ValueKind: JsonValueKind.Object } mapping)
        {
            yield break;
        }

        foreach (JsonProperty entry in mapping.EnumerateObject())
        {
            string output = StepBinding.In(entry.Name).FirstOrDefault() is { Expression: { } expression } ? StepBinding.Parse(expression).Port : entry.Name;
            foreach (string input in entry.Value.ValueKind == JsonValueKind.Array ? entry.Value.EnumerateArray().Select(static v => v.ToString()) : [entry.Value.ToString()])
            {
                yield return (output, input[(input.LastIndexOf('.') + 1)..].Trim().TrimEnd('}').Trim());
            }
        }
    }

    /// <summary>
    /// What each iteration of a <c>parallel_for</c> gets: a list of objects, or an object of them, as JSON or as its text.
    /// </summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, StepValue>> Items(JsonElement node, StepValues values)
    {
        if (!node.TryGetProperty("items", out JsonElement items))
        {
            return [];
        }

        if (items.ValueKind == JsonValueKind.String)
        {
            items = ComponentFacts.TryParse(values.Fill(items.GetString()!)?.Value ?? "");
        }

        return items.ValueKind switch
        {
            JsonValueKind.Array => [.. items.EnumerateArray().Select(i => Item(i, values))],
            JsonValueKind.Object => [.. items.EnumerateObject().Select(i => Item(i.Value, values))],
            _ => [],
        };
    }

    /// <summary>Whether a text means yes.</summary>
    public static bool IsTrue(string? text) => text?.Trim() is { } word && (word.Equals("true", StringComparison.OrdinalIgnoreCase) || word == "1");

    private static Dictionary<string, StepValue> Item(JsonElement item, StepValues values)
    {
        var inputs = new Dictionary<string, StepValue>(StringComparer.Ordinal);
        foreach (JsonProperty member in item.ValueKind == JsonValueKind.Object ? item.EnumerateObject() : default)
        {
            if (values.Read(member.Value) is { } value)
            {
                inputs[member.Name] = value;
            }
        }

        return inputs;
    }

    private static string Step(string text) =>
        StepBinding.In(text).FirstOrDefault() is { Expression: { } expression } && StepBinding.Parse(expression) is { Kind: StepBindingKind.Step } binding ? binding.Step : text;
}
