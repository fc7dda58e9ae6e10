namespace ServerlessCompute;

/// <summary>Documents that describe components: one whose <c>type</c> says none is of the kind that its <c>$schema</c> says, else a command.</summary>
internal static class ComponentKind
{
    private const string TypeKey = "type";

    private const string SchemaKey = "$schema";

    private const string Suffix = "Component";

    /// <summary>Reads a document as a component.</summary>
    public static Component? Read(YamlFile file, TreeReader reader)
    {
        if (file.Schema is { } schema && (schema.EndsWith("Job", StringComparison.OrdinalIgnoreCase) || schema.Contains("schedule", StringComparison.OrdinalIgnoreCase)))
        {
            string noun = schema.EndsWith("Job", StringComparison.OrdinalIgnoreCase) ? "job" : "schedule";
            reader.Report(file.Root.Place, $"This describes a {noun}, not a component.", $"Load it as a {noun}.");
            return null;
        }

        return ComponentTables.Component.TryRead(WithKind(file), reader, out Component? component) ? component : null;
    }

    /// <summary>The component as a document. An address of a schema stands in front; none is added, since it would become part of the component.</summary>
    public static TreeMap Write(Component component)
    {
        var map = (TreeMap)ComponentTables.Component.Write(component, Dialect.Yaml);
        return map.TryGet(SchemaKey, out Tree? address)
            ? new TreeMap([new TreeEntry(SchemaKey, address), .. map.Without(SchemaKey).Entries])
            : map;
    }

    private static TreeMap WithKind(YamlFile file)
    {
        bool saysKind = file.Root.Get(TypeKey) is not null and not TreeScalar { IsNull: true };
        return saysKind || file.Schema is not { } schema || !schema.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) || schema.Length == Suffix.Length
            ? file.Root
            : file.Root.With(TypeKey, MemberNames.Snake(schema[..^Suffix.Length]));
    }
}
