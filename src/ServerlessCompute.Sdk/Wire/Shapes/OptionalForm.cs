using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A value that may be missing.</summary>
internal sealed class OptionalForm<T>(ValueForm<T> form) : ValueForm<T?>
    where T : struct
{
    public ValueForm<T> Form { get; } = form;

    public override bool IsUnset(T? value) => value is not { } some || Form.IsUnset(some);

    public override void WriteRest(Utf8JsonWriter writer, T? value) => Form.WriteRest(writer, value!.Value);

    public override T? ReadRest(ref Utf8JsonReader reader) => Form.ReadRest(ref reader);

    public override Tree Write(T? value, Dialect dialect) => Form.Write(value!.Value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, out T? value)
    {
        bool isRead = Form.TryRead(tree, reader, out T some);
        value = isRead ? some : null;
        return isRead;
    }

    public override void WriteCSharp(CSharpText text, T? value)
    {
        if (value is { } some)
        {
            Form.WriteCSharp(text, some);
        }
        else
        {
            text.Append("null");
        }
    }
}
