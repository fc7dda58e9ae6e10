using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Reads what steps of control flow say.</summary>
internal static class ControlFlow
{
    /// <summary>The steps that a member names: one (<c>${{parent.jobs.a}}</c> or <c>a</c>), or a list of them.</summary>
    public static IEnumerable<string> Steps(JsonElement node, string member)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(member, out JsonElement value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(static v => Step(v.ToString())) : value.ValueKind == JsonValueKind.String ? [Step(value.GetString()!)] : [];
    }

    private static string Step(string text) =>
        StepBinding.In(text).FirstOrDefault() is { Expression: { } expression } && StepBinding.Parse(expression) is { Kind: StepBindingKind.Step } binding ? binding.Step : text;
}
