using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>Code and environments in specifications: an id stands behind <c>azureml:</c> there, an address as it is.</summary>
internal sealed class SpecIdForm<T>(ValueForm<T> form) : TreeForm<T>
{
    public ValueForm<T> Form { get; } = form;

    public override bool IsUnset(T value) => Form.IsUnset(value);

    public override Tree Write(T value, Dialect dialect) =>
        Form.Write(value, dialect) is var tree && dialect == Dialect.Step && tree is TreeScalar { Text: ['/', ..] id } ? AssetName.Prefix + id : tree;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out T value)
    {
        bool isId = reader.Dialect == Dialect.Step && tree is TreeScalar { Kind: ScalarKind.Text, Text: var text } && text.StartsWith(AssetName.Prefix + "/subscriptions/", StringComparison.OrdinalIgnoreCase);
        return Form.TryRead(isId ? ((TreeScalar)tree).Text[AssetName.Prefix.Length..] : tree, reader, out value);
    }

    public override void WriteCSharp(CSharpText text, T value) => Form.WriteCSharp(text, value);
}
