using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The value of an environment variable. YAML may write a number, a date or a truth value without quotes; the contract takes texts alone. C# that is
/// written for a job shows no secret.
/// </summary>
internal sealed class VariableForm : ValueForm<EnvironmentValue>
{
    public override bool IsUnset(EnvironmentValue value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, EnvironmentValue value) => writer.WriteStringValue(value.Value);

    public override EnvironmentValue ReadRest(ref Utf8JsonReader reader) => WireValue.Text(ref reader);

    public override Tree Write(EnvironmentValue value, Dialect dialect) => value.Value;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out EnvironmentValue value)
    {
        value = null;
        if (tree is TreeScalar { Kind: not ScalarKind.Null } scalar && (reader.Dialect == Dialect.Yaml || scalar.Kind == ScalarKind.Text))
        {
            value = scalar.Kind is ScalarKind.Text or ScalarKind.Date ? scalar.Text : scalar.Literal.ToLowerInvariant();
            return true;
        }

        return Wrong(tree, reader, "A text");
    }

    public override void WriteCSharp(CSharpText text, EnvironmentValue value)
    {
        if (value.IsSecret)
        {
            text.Append("Secret.Of(\"\" /* the secret is not written down */)");
        }
        else
        {
            text.Text(value.Value);
        }
    }
}
