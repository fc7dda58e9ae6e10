using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A value that only the service says: it is read, and never sent.</summary>
/// <param name="form">How it is read.</param>
internal sealed class UnsaidForm<T>(ValueForm<T> form) : ValueForm<T>
{
    public override bool IsUnset(T value) => true;

    public override void WriteRest(Utf8JsonWriter writer, T value) => form.WriteRest(writer, value);

    public override T ReadRest(ref Utf8JsonReader reader) => form.ReadRest(ref reader);

    public override Tree Write(T value, Dialect dialect) => form.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out T value) => form.TryRead(tree, reader, out value);

    public override void WriteCSharp(CSharpText text, T value) => form.WriteCSharp(text, value);
}
