using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Lags or the service's choice, written as <see cref="AutoOrNumberForm"/> writes a number; YAML may write one lag without a list.</summary>
internal sealed class TargetLagsForm : ValueForm<TargetLags>
{
    private const string Auto = "auto";

    private static readonly ListForm<int> _lags = new(Forms.Integer, takesOne: true);

    private static readonly Shape<TargetLags> _rest = new Shape<TargetLags>(TargetLags.Auto)
        .Add(MemberNames.RestOnly(ChoiceModes.Key), ChoiceModes.Form, l => ChoiceModes.Of(l, l.Values.Count > 0), (l, v) => ChoiceModes.Kept(l, v))
        .Add(MemberNames.RestOnly("values"), _lags, l => l.Values, (l, v) => l with { Values = v });

    public override bool IsUnset(TargetLags value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, TargetLags value) => _rest.WriteRest(writer, value);

    public override TargetLags ReadRest(ref Utf8JsonReader reader) => _rest.ReadRest(ref reader);

    public override Tree Write(TargetLags value, Dialect dialect) => value.Values.Count == 0 ? Auto : _lags.Write(value.Values, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out TargetLags value)
    {
        value = null;
        if (tree is TreeScalar { Kind: ScalarKind.Text, Text: var text } && text.Equals(Auto, StringComparison.OrdinalIgnoreCase))
        {
            value = TargetLags.Auto;
        }
        else if (tree is TreeScalar && reader.Dialect == Dialect.Step)
        {
            value = Forms.Integer.TryRead(tree, reader, out int lag) ? lag : null;
        }
        else if (_lags.TryRead(tree, reader, out ValueList<int> lags))
        {
            value = new TargetLags { Values = lags };
        }

        return value is not null;
    }

    public override void WriteCSharp(CSharpText text, TargetLags value)
    {
        if (value.AdditionalProperties.Count > 0)
        {
            text.New(nameof(TargetLags), [
                new(nameof(TargetLags.Values), inner => _lags.WriteCSharp(inner, value.Values)),
                new(nameof(JobPart.AdditionalProperties), inner => Forms.Extras.WriteCSharp(inner, value.AdditionalProperties)),
            ]);
        }
        else if (value.Values.Count == 0)
        {
            text.Append("TargetLags.Auto");
        }
        else
        {
            text.Call("TargetLags.Of", value.Values.Select(lag => CSharpText.Of(inner => Forms.Integer.WriteCSharp(inner, lag))));
        }
    }
}
