using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A value that trees may write in more ways than one: each tree is brought into the usual form before another form reads it.</summary>
/// <param name="form">How the value is read and written.</param>
/// <param name="mend">Gives the usual form of a tree, or the tree itself.</param>
internal sealed class MendedForm<T>(ValueForm<T> form, Func<Tree, TreeReader, Tree> mend) : ValueForm<T>
{
    public ValueForm<T> Form { get; } = form;

    public override bool IsUnset(T value) => Form.IsUnset(value);

    public override void WriteRest(Utf8JsonWriter writer, T value) => Form.WriteRest(writer, value);

    public override T ReadRest(ref Utf8JsonReader reader) => Form.ReadRest(ref reader);

    public override Tree Write(T value, Dialect dialect) => Form.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out T value) => Form.TryRead(mend(tree, reader), reader, out value);

    public override void WriteCSharp(CSharpText text, T value) => Form.WriteCSharp(text, value);
}
