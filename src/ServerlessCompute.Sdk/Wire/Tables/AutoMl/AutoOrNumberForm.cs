using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A number or the service's choice: in REST an object that says which, <c>{"mode": "Custom", "value": 3}</c>; elsewhere the number or
/// <c>auto</c>. A way to choose that nobody knows is kept as it came.
/// </summary>
internal sealed class AutoOrNumberForm : ValueForm<AutoOrNumber>
{
    private const string Auto = "auto";

    private static readonly Shape<AutoOrNumber> _rest = new Shape<AutoOrNumber>(AutoOrNumber.Auto)
        .Add(MemberNames.RestOnly(ChoiceModes.Key), ChoiceModes.Form, n => ChoiceModes.Of(n, n.Number is not null), (n, v) => ChoiceModes.Kept(n, v))
        .Add(MemberNames.RestOnly("value"), Forms.Integer, n => n.Number, (n, v) => n with { Number = v });

    public override bool IsUnset(AutoOrNumber value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, AutoOrNumber value) => _rest.WriteRest(writer, value);

    public override AutoOrNumber ReadRest(ref Utf8JsonReader reader) => _rest.ReadRest(ref reader);

    public override Tree Write(AutoOrNumber value, Dialect dialect) => value.Number is { } number ? TreeScalar.Of(number) : Auto;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out AutoOrNumber value)
    {
        value = null;
        if (tree is TreeScalar { Kind: ScalarKind.Text, Text: var text } && text.Equals(Auto, StringComparison.OrdinalIgnoreCase))
        {
            value = AutoOrNumber.Auto;
        }
        else if (tree is not TreeScalar)
        {
            return Wrong(tree, reader, "A whole number or auto");
        }
        else if (Forms.Integer.TryRead(tree, reader, out int number))
        {
            value = number;
        }

        return value is not null;
    }

    public override void WriteCSharp(CSharpText text, AutoOrNumber value)
    {
        if (value.AdditionalProperties.Count > 0)
        {
            text.New(nameof(AutoOrNumber), [
                new(nameof(AutoOrNumber.Number), inner => inner.Append(value.Number is { } kept ? CSharpText.Of(number => Forms.Integer.WriteCSharp(number, kept)) : "null")),
                new(nameof(JobPart.AdditionalProperties), inner => Forms.Extras.WriteCSharp(inner, value.AdditionalProperties)),
            ]);
        }
        else if (value.Number is { } number)
        {
            Forms.Integer.WriteCSharp(text, number);
        }
        else
        {
            text.Append("AutoOrNumber.Auto");
        }
    }
}
