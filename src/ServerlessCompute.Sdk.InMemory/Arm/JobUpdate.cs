using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A second PUT of a job. Tags, properties, description, archiving and notification may change; what else is sent must be what the job
/// already says, or what the service answers for it. That a difference is an error, and its words, follow what was recorded of components
/// (choice: no recording changes an immutable member of a job).
/// </summary>
internal sealed class JobUpdate(ServerlessEngine engine)
{
    private static readonly string[] Changeable = ["tags", "properties", "description", "isArchived", "notificationSetting", "status", "services", "parameters"];

    /// <summary>Under the lock: changes the job, or says what may not be changed.</summary>
    public Refusal? Apply(JobRecord job, byte[] body)
    {
        if (FirstImmutableChange(job, body) is { } member)
        {
            return Refusal.Invalid(
                $"Failed to update job {job.Name} since field \"{member}\" is immutable, try specifying a new name.",
                $"properties.{member}",
                "UpdateJobFailed");
        }

        JobEdits edits = job.Edits ??= new JobEdits();
        edits.Tags = Sent(body, "tags"u8) ?? edits.Tags;
        edits.Properties = Sent(body, "properties"u8) ?? edits.Properties;
        edits.Description = Sent(body, "description"u8) ?? edits.Description;
        edits.NotificationSetting = Sent(body, "notificationSetting"u8) ?? edits.NotificationSetting;
        if (Sent(body, "isArchived"u8) is { } archived)
        {
            edits.IsArchived = archived.AsSpan().SequenceEqual("true"u8);
        }

        job.Touch(engine.Pacemaker.Instant());
        return null;
    }

    private static byte[]? Sent(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name) =>
        JsonScan.Value(body, name) is { IsEmpty: false } value ? value.ToArray() : null;

    /// <summary>Compares both bodies as the service would answer them, so that its own defaults count as said.</summary>
    private string? FirstImmutableChange(JobRecord job, byte[] body)
    {
        const JobMembers AllMembers = (JobMembers)~0;
        var candidate = new JobRecord
        {
            Name = job.Name,
            Body = body,
            ExperimentName = JsonScan.Text(JsonScan.Value(body, "experimentName"u8)) ?? job.ExperimentName,
            Life = job.Life,
            Number = job.Number,
            CreatedAt = job.CreatedAt,
        };
        JsonElement present = Render(job, AllMembers);
        JsonElement asked = Render(candidate, AllMembers);
        foreach (JsonMember member in JsonScan.Members(body))
        {
            if (!Changeable.Contains(member.Name, StringComparer.Ordinal)
                && asked.TryGetProperty(member.Name, out JsonElement wanted)
                && present.TryGetProperty(member.Name, out JsonElement had)
                && !JsonElement.DeepEquals(wanted, had))
            {
                return member.Name;
            }
        }

        return null;
    }

    private JsonElement Render(JobRecord job, JobMembers members) => JsonElement.Parse(
        JsonBuffer.Write((engine, job, members), static (writer, s) => JobDocument.WriteProperties(writer, s.engine.Workspace, s.job, s.members)));
}
