using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>A component. Jobs that a pipeline's YAML describes in the places of steps become steps once all of it is read.</summary>
internal sealed class ComponentForm(UnionForm<Component> union) : TreeForm<Component>
{
    public UnionForm<Component> Union { get; } = union;

    public override bool IsUnset(Component value) => value is null;

    public override Tree Write(Component value, Dialect dialect) => Union.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out Component value)
    {
        // What is within a component refers to its own inputs; its members are what they are.
        bool tookBindings = reader.TakesBindings;
        reader.TakesBindings = false;
        bool isRead = Union.TryRead(tree, reader, out value);
        reader.TakesBindings = tookBindings;
        if (isRead && value is PipelineComponent pipeline && reader.Dialect == Dialect.Yaml)
        {
            value = InlineSteps.Complete(pipeline) with { IsFromYaml = true };
        }

        return isRead;
    }

    public override void WriteCSharp(CSharpText text, Component value) => Union.WriteCSharp(text, value);
}
