using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A value whose REST spelling is written by hand, since command jobs are made of it; everything else is as another form says.</summary>
internal sealed class WireForm<T>(ValueForm<T> form, Action<Utf8JsonWriter, T> write, WireRead<T> read) : ValueForm<T>
{
    /// <summary>The form of everything but REST.</summary>
    public ValueForm<T> Form { get; } = form;

    public override bool IsUnset(T value) => Form.IsUnset(value);

    public override void WriteRest(Utf8JsonWriter writer, T value) => write(writer, value);

    public override T ReadRest(ref Utf8JsonReader reader) => read(ref reader);

    public override Tree Write(T value, Dialect dialect) => Form.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out T value) => Form.TryRead(tree, reader, out value);

    public override void WriteCSharp(CSharpText text, T value) => Form.WriteCSharp(text, value);
}
