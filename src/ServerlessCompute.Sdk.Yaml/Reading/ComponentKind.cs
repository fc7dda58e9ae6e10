namespace ServerlessCompute;

/// <summary>Documents that describe components: one whose <c>type</c> says none is of the kind that its <c>$schema</c> says, else a command.</summary>
internal static class ComponentKind
{
    private const string TypeKey = "type";

    private const string NameKey = "name";

    private const string Suffix = "Component";

    /// <summary>Reads a document as a component.</summary>
    public static Component? Read(YamlFile file, TreeReader reader)
    {
        if (file.Noun is { } noun && noun != YamlNoun.Component)
        {
            reader.Report(file.Root.Place, $"This describes a {YamlFile.Name(noun)}, not a component.", $"Load it as a {YamlFile.Name(noun)}.");
            return null;
        }

        CheckName(file.Root.Get(NameKey), reader);
        return ComponentTables.Component.TryRead(WithKind(file), reader, out Component? component) ? component : null;
    }

    /// <summary>What is a component by itself is registered under its name; one within a pipeline is not.</summary>
    private static void CheckName(Tree? name, TreeReader reader)
    {
        if (name is TreeScalar { Kind: ScalarKind.Text, Text: { Length: > 0 } text } && !NameForm.IsComponent(text))
        {
            reader.Enter(NameKey);
            reader.Report(name.Place, $"The name '{text}' is not one that the service registers.", "Begin with a lower-case letter, and go on with lower-case letters, digits and _.");
            reader.Leave();
        }
    }

    private static TreeMap WithKind(YamlFile file)
    {
        bool saysKind = file.Root.Get(TypeKey) is not null and not TreeScalar { IsNull: true };
        return saysKind || file.Schema is not { } schema || !schema.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) || schema.Length == Suffix.Length
            ? file.Root
            : file.Root.With(TypeKey, MemberNames.Snake(schema[..^Suffix.Length]));
    }
}
