using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Steps of AutoML: what a job of its task is in trees. One of a task that nobody knows is kept as it came.</summary>
internal sealed class AutoMlStepCase() : UnionCase<PipelineStep>(AutoMlJobTable.YamlWord, [AutoMlJobTable.YamlWord])
{
    private static readonly MemberNames _key = MemberNames.NotRest(StepTables.Key);

    public override bool Holds(PipelineStep value) => value is AutoMlStep;

    public override IEnumerable<string> Demands(Dialect dialect) => [];

    public override void WriteRest(Utf8JsonWriter writer, PipelineStep value) => throw new NotSupportedException("REST leaves steps open.");

    public override PipelineStep ReadRest(ref Utf8JsonReader reader) => throw new NotSupportedException("REST leaves steps open.");

    public override Tree Write(PipelineStep value, Dialect dialect)
    {
        var step = (AutoMlStep)value;
        return step.Job is not { } job ? new TreeMap([new TreeEntry(StepTables.Key, Rest)])
            : JobTables.AutoMl.Write(step.AdditionalProperties.Count == 0 ? job : job with { AdditionalProperties = ValueMap.From(job.AdditionalProperties.Concat(step.AdditionalProperties)) }, dialect);
    }

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out PipelineStep value)
    {
        var map = (TreeMap)tree;
        bool isRead = JobTables.AutoMl.TryReadStep(map, reader.Dialect == Dialect.Yaml ? reader : new QuietReader(reader.Dialect), out Job? job);
        value = isRead ? (AutoMlStep)(AutoMlJob)job! : null;
        if (!isRead && reader.Dialect != Dialect.Yaml)
        {
            value = StepTables.Union.Unknown!.Read(map, _key, Rest, reader.Dialect);
        }

        return value is not null;
    }

    public override void WriteCSharp(CSharpText text, PipelineStep value) => text.New(
        nameof(AutoMlStep),
        value is AutoMlStep { Job: { } job } ? [new(nameof(AutoMlStep.Job), inner => JobTables.AutoMl.WriteCSharp(inner, job))] : []);
}
