using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A sampling algorithm, which trees may write as a word by itself.</summary>
internal sealed class SamplingForm(UnionForm<SamplingAlgorithm> union) : ValueForm<SamplingAlgorithm>
{
    public UnionForm<SamplingAlgorithm> Union { get; } = union;

    public override bool IsUnset(SamplingAlgorithm value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, SamplingAlgorithm value) => Union.WriteRest(writer, value);

    public override SamplingAlgorithm ReadRest(ref Utf8JsonReader reader) => Union.ReadRest(ref reader);

    public override Tree Write(SamplingAlgorithm value, Dialect dialect) =>
        Union.Write(value, dialect) is TreeMap { Entries: [{ Value: var only }] } ? only : Union.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out SamplingAlgorithm value) =>
        Union.TryRead(tree is TreeScalar { Kind: ScalarKind.Text } ? new TreeMap([new TreeEntry("type", tree)], tree.Place) : tree, reader, out value);

    public override void WriteCSharp(CSharpText text, SamplingAlgorithm value)
    {
        if (value is GridSampling { AdditionalProperties.Count: 0 } or BayesianSampling { AdditionalProperties.Count: 0 })
        {
            text.Append($"Sampling.{value.Kind}");
        }
        else
        {
            Union.WriteCSharp(text, value);
        }
    }
}
