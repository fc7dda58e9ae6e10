using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A kind of a noun that has a table of its own.</summary>
internal sealed class ShapeCase<TBase, T>(string rest, string[] trees, Shape<T> shape) : UnionCase<TBase>(rest, trees)
    where TBase : JobPart
    where T : TBase
{
    public Shape<T> Shape { get; } = shape;

    public override bool Holds(TBase value) => value is T;

    public override IEnumerable<string> Demands(Dialect dialect) =>
        Shape.Members.Where(member => member.IsRequired).Select(member => member.Names.In(dialect)).OfType<string>();

    public override void WriteRest(Utf8JsonWriter writer, TBase value) => Shape.WriteRest(writer, (T)value);

    public override TBase ReadRest(ref Utf8JsonReader reader) => Shape.ReadRest(ref reader);

    public override Tree Write(TBase value, Dialect dialect) => Shape.Write((T)value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out TBase value)
    {
        bool isRead = Shape.TryRead(tree, reader, out T? read);
        value = read;
        return isRead;
    }

    public override void WriteCSharp(CSharpText text, TBase value) => Shape.WriteCSharp(text, (T)value);
}
