using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a schedule does: in REST one of several actions, in YAML and C# the job that is made.</summary>
internal sealed class ScheduleActionForm : ValueForm<ScheduleAction>
{
    /// <summary>The actions as REST has them.</summary>
    public static UnionForm<ScheduleAction> Union { get; } =
        new UnionForm<ScheduleAction>(
                new MemberNames("actionType", "action_type", "type"),
                new UnknownForm<ScheduleAction>(word => new UnknownScheduleAction(word), action => action.Kind))
            .Add("CreateJob", new Shape<CreateJobAction>(new CreateJobAction()).Add("jobDefinition", ScheduleTables.Job, a => a.Job, (a, v) => a with { Job = v }, required: true));

    public override bool IsUnset(ScheduleAction value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, ScheduleAction value) => Union.WriteRest(writer, value);

    public override ScheduleAction ReadRest(ref Utf8JsonReader reader) => Union.ReadRest(ref reader);

    public override Tree Write(ScheduleAction value, Dialect dialect) => value is CreateJobAction { Job: { } job }
        ? ScheduleTables.Job.Write(job, dialect)
        : throw new NotSupportedException($"An action of the kind '{value.Kind}' can be written for the service alone.");

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out ScheduleAction value)
    {
        bool isRead = ScheduleTables.Job.TryRead(tree, reader, out Job? job);
        value = job is null ? null : new CreateJobAction { Job = job };
        return isRead;
    }

    public override void WriteCSharp(CSharpText text, ScheduleAction value)
    {
        if (value is not CreateJobAction { Job: { } job, AdditionalProperties.Count: 0 })
        {
            Union.WriteCSharp(text, value);
        }
        else if (ScheduledJobForm.IsLikeAnother(job))
        {
            ScheduledJobForm.WriteLike(text, job);
        }
        else
        {
            ScheduleTables.Job.WriteCSharp(text, job);
        }
    }
}
