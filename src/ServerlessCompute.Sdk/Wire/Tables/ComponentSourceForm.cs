using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>
/// The component of a step: a reference; in YAML also the path of a component's file, or the component itself.
/// </summary>
/// <param name="kind">The kind of component that belongs there.</param>
/// <param name="key">The member of an object that steps put the reference into; null when it stands by itself.</param>
internal sealed class ComponentSourceForm(string kind, string? key = null) : TreeForm<ComponentSource>
{
    private const string Wanted = "A component's file, a reference such as azureml:name:1, or a component";
    private const string Fix = "Write 'component: ./train.yml' or 'component: azureml:train:1'.";

    public override bool IsUnset(ComponentSource value) => value is null;

    public override Tree Write(ComponentSource value, Dialect dialect)
    {
        if (dialect == Dialect.Yaml)
        {
            return value.Reference is { } text ? Prefixed(text) : ComponentTables.Component.Write(value.Definition!, dialect);
        }

        string reference = value.Reference ?? throw new InvalidOperationException($"The component '{value}' has to be registered before it is sent.");
        return key is null ? reference : new TreeMap([new TreeEntry(key, reference)]);
    }

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out ComponentSource value)
    {
        value = null;
        if (reader.Dialect == Dialect.Step)
        {
            Tree? reference = key is null ? tree : tree is TreeMap { Entries.Count: 1 } map ? map.Get(key) : null;
            bool isReference = reference is TreeScalar { Kind: ScalarKind.Text, Text: var id } && !string.IsNullOrWhiteSpace(id);
            if (isReference)
            {
                value = ((TreeScalar)reference!).Text;
            }

            return isReference;
        }

        if (tree is TreeScalar { Kind: ScalarKind.Text } text && !string.IsNullOrWhiteSpace(text.Text))
        {
            if (IsFile(text.Text))
            {
                return reader.Follow(text) is { } file && TryReadDefinition(file, reader, out value);
            }

            if (!IsReference(text.Text))
            {
                return Wrong(tree, reader, Wanted, Fix);
            }

            value = text.Text;
            return true;
        }

        return TryReadDefinition(tree, reader, out value);
    }

    public override void WriteCSharp(CSharpText text, ComponentSource value)
    {
        if (value.Reference is { } reference)
        {
            text.Text(reference);
        }
        else
        {
            ComponentTables.Component.WriteCSharp(text, value.Definition!);
        }
    }

    /// <summary>Whether a text names a file: whatever is neither <c>azureml:…</c>, nor an address or id, nor <c>name:version</c>.</summary>
    private static bool IsFile(string text) => new AssetPath(text).IsLocal;

    private static bool IsReference(string text) => text.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase) || text.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the reference client takes for a component and then cannot send: a flow's graph, or a run of one.</summary>
    private static bool IsFlow(TreeMap map) => !map.TryGet("type", out _) && (map.TryGet("flow", out _) || map.TryGet("nodes", out _));

    private static string Prefixed(string reference) =>
        reference.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase) ? reference : AssetName.Prefix + reference;

    private bool TryReadDefinition(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out ComponentSource value)
    {
        value = null;
        if (tree is not TreeMap map)
        {
            return Wrong(tree, reader, Wanted, Fix);
        }

        if (IsFlow(map))
        {
            reader.Report(map.Place, "This is a prompt flow, and a component belongs here.", "Register the flow as a component with its own tools, and name that: 'component: azureml:my_flow:1'.");
            return false;
        }

        if (!ComponentTables.Component.TryRead(map.TryGet("type", out _) ? map : map.With("type", kind), reader, out Component? definition))
        {
            return false;
        }

        if (definition.Kind != kind)
        {
            reader.Report(map.Place, $"This is a {definition.Kind} component, and a {kind} component belongs here.", $"Name a component with 'type: {kind}'.");
            return false;
        }

        value = definition;
        return true;
    }
}
