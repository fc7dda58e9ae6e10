using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A value that the contract leaves open: REST has it as the steps of pipelines are written.</summary>
internal sealed class OpenForm<T>(ValueForm<T> form) : ValueForm<T>
{
    public ValueForm<T> Form { get; } = form;

    public override bool IsUnset(T value) => Form.IsUnset(value);

    public override void WriteRest(Utf8JsonWriter writer, T value) => TreeJson.Write(writer, Form.Write(value, Dialect.Step));

    public override T ReadRest(ref Utf8JsonReader reader)
    {
        Utf8JsonReader start = reader;
        return Form.TryRead(TreeJson.Read(ref reader), new QuietReader(Dialect.Step), out T? value) ? value : throw WireValue.Wrong(ref start, "an object");
    }

    public override Tree Write(T value, Dialect dialect) => Form.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out T value) => Form.TryRead(tree, reader, out value);

    public override void WriteCSharp(CSharpText text, T value) => Form.WriteCSharp(text, value);
}
