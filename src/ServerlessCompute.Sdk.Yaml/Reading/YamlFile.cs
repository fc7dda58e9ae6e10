namespace ServerlessCompute;

/// <summary>A document that was read.</summary>
/// <param name="Root">What it says, without its <c>$schema</c>.</param>
/// <param name="Schema">The name of its <c>$schema</c>: <c>commandJob</c> of <c>https://…/commandJob.schema.json</c>; null when it names none.</param>
internal sealed record YamlFile(TreeMap Root, string? Schema)
{
    private const string SchemaKey = "$schema";

    /// <summary>Takes the schema out of a map.</summary>
    public static YamlFile Of(TreeMap map)
    {
        string? address = map.Text(SchemaKey);
        string? file = address?[(address.LastIndexOf('/') + 1)..];
        return new YamlFile(map.Without(SchemaKey), file?.Split('.')[0]);
    }
}
