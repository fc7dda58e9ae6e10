using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>A body that is right but for one thing.</summary>
/// <param name="Model">The contract's model in which the wrong thing stands.</param>
/// <param name="What">What is done to it.</param>
/// <param name="Path">Where a refusal is to say that it is; items of lists are <c>[]</c>.</param>
/// <param name="Body">The whole body.</param>
internal sealed record Breakage(string Model, string What, string Path, JsonNode Body)
{
    public override string ToString() => $"{Model}: {What} at {Path}";
}
