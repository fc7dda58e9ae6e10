namespace ServerlessCompute;

/// <summary>A document that was read.</summary>
/// <param name="Root">What it says.</param>
/// <param name="Schema">The name of its <c>$schema</c>: <c>commandJob</c> of <c>https://…/commandJob.schema.json</c>; null when it names none.</param>
internal sealed record YamlFile(TreeMap Root, string? Schema)
{
    private const string SchemaKey = "$schema";

    /// <summary>What the schema says that it describes; null when it says nothing known.</summary>
    public YamlNoun? Noun => Schema switch
    {
        null => null,
        _ when Schema.Contains("component", StringComparison.OrdinalIgnoreCase) => YamlNoun.Component,
        _ when Schema.Contains("schedule", StringComparison.OrdinalIgnoreCase) => YamlNoun.Schedule,
        _ when Schema.EndsWith("job", StringComparison.OrdinalIgnoreCase) => YamlNoun.Job,
        _ => null,
    };

    /// <summary>A noun in a word, for messages.</summary>
    public static string Name(YamlNoun noun) => noun switch { YamlNoun.Component => "component", YamlNoun.Schedule => "schedule", _ => "job" };

    /// <summary>Looks at the schema that a map names.</summary>
    public static YamlFile Of(TreeMap map)
    {
        string? address = map.Text(SchemaKey);
        string? file = address?[(address.LastIndexOf('/') + 1)..];
        return new YamlFile(map, file?.Split('.')[0]);
    }
}
