using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>A value that specifications of components spell as YAML does, where steps have a spelling of their own.</summary>
internal sealed class SpecForm<T>(ValueForm<T> form) : TreeForm<T>
{
    public ValueForm<T> Form { get; } = form;

    public override bool IsUnset(T value) => Form.IsUnset(value);

    public override Tree Write(T value, Dialect dialect) => Form.Write(value, Dialect.Yaml);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out T value) =>
        Form.TryRead(tree, reader.Dialect == Dialect.Yaml ? reader : new QuietReader(Dialect.Yaml), out value);

    public override void WriteCSharp(CSharpText text, T value) => Form.WriteCSharp(text, value);
}
