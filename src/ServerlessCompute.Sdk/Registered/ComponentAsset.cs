using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A registered component: a step of pipelines, with its inputs and outputs. Immutable.</summary>
public sealed record ComponentAsset : RegisteredAsset
{
    /// <summary>The specification, as the service keeps it: numbers and truth values are texts in what it sent.</summary>
    public RawJson Specification { get; init; }

    /// <summary>The kind: <c>command</c>, <c>pipeline</c>, <c>parallel</c>, <c>spark</c> and others.</summary>
    /// <value>Null when the specification does not say.</value>
    public string? Type => Member("type");

    /// <summary>What people call it.</summary>
    /// <value>Null when the specification does not say.</value>
    public string? DisplayName => Member("display_name");

    internal override string Collection => "components";

    /// <summary>Name, version and kind.</summary>
    public override string ToString() => $"{Name}:{Version} ({Type})";

    private string? Member(string name) =>
        JsonElement.Parse(Specification.ToString()) is { ValueKind: JsonValueKind.Object } specification
        && specification.TryGetProperty(name, out JsonElement member)
        && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
