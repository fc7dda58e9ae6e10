namespace ServerlessCompute;

/// <summary>An input or output of a component, as its class has it.</summary>
internal sealed class ComponentPort(string name, string member, string type, bool isData, bool isRequired, string summary)
{
    /// <summary>Its name in the YAML.</summary>
    public string Name { get; } = name;

    /// <summary>Its name in C#: of a parameter for an input, of a property for an output.</summary>
    public string Member { get; } = member;

    /// <summary>Its type in C#: <c>UriFolder</c> for data, <c>double</c> for a number.</summary>
    public string Type { get; } = type;

    public bool IsData { get; } = isData;

    /// <summary>Whether a step has to give it.</summary>
    public bool IsRequired { get; } = isRequired;

    /// <summary>What it is for.</summary>
    public string Summary { get; } = summary;
}
