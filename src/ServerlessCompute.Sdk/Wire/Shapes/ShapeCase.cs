using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A kind of a noun that has a table of its own.</summary>
internal sealed class ShapeCase<TBase, T>(string rest, string[] trees, Shape<T> shape) : UnionCase<TBase>(rest, trees)
    where TBase : JobPart
    where T : TBase
{
    public override bool Holds(TBase value) => value is T;

    public override void WriteRest(Utf8JsonWriter writer, TBase value) => shape.WriteRest(writer, (T)value);

    public override TBase ReadRest(ref Utf8JsonReader reader) => shape.ReadRest(ref reader);

    public override Tree Write(TBase value, Dialect dialect) => shape.Write((T)value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out TBase value)
    {
        bool isRead = shape.TryRead(tree, reader, out T? read);
        value = read;
        return isRead;
    }

    public override void WriteCSharp(CSharpText text, TBase value) => shape.WriteCSharp(text, (T)value);
}
