using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A job of any kind, within something else.</summary>
internal sealed class JobForm : ValueForm<Job>
{
    public override bool IsUnset(Job value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, Job value) => JobWire.WriteProperties(writer, value);

    public override Job ReadRest(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        return JobResourceWire.ReadJob(ref reader);
    }

    public override Tree Write(Job value, Dialect dialect) => Table(value).Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out Job value)
    {
        value = tree is TreeMap map ? reader.ReadJob(map) : null;
        return value is not null || (tree is not TreeMap && Wrong(tree, reader, "A job"));
    }

    public override void WriteCSharp(CSharpText text, Job value) => Table(value).WriteCSharp(text, value);

    private static JobTable Table(Job job) => JobTables.Of(job) ?? throw new NotSupportedException($"A job of the kind '{job.JobType}' can be written for the service alone.");
}
