using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A job as the service answers it: every member in the recorded order, null where there is nothing, the service's defaults, its own tags,
/// properties, services and default output. Written straight from the body that was sent. Under the engine's lock.
/// </summary>
internal static class JobDocument
{
    private static readonly byte[][] Names =
    [
        .. new[]
        {
            "description", "tags", "properties", "displayName", "experimentName", "services", "computeId", "isArchived", "identity", "componentId",
            "notificationSetting", "secretsConfiguration", "parentJobName", "resources", "codeId", "command", "environmentId", "inputs", "outputs",
            "distribution", "autologgerSettings", "limits", "environmentVariables", "queueSettings",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    private enum Slot
    {
        Description, Tags, Properties, DisplayName, ExperimentName, Services, ComputeId, IsArchived, Identity, ComponentId,
        NotificationSetting, SecretsConfiguration, ParentJobName, Resources, CodeId, Command, EnvironmentId, Inputs, Outputs,
        Distribution, AutologgerSettings, Limits, EnvironmentVariables, QueueSettings, Count,
    }

    public static byte[] Write(WorkspaceIdentity workspace, JobRecord job, ApiVersion version) =>
        JsonBuffer.Write((workspace, job, version), static (writer, s) => Write(writer, s.workspace, s.job, s.version));

    public static void Write(Utf8JsonWriter writer, WorkspaceIdentity workspace, JobRecord job, ApiVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, $"{workspace.ArmId}/jobs/{job.Name}");
        writer.WriteString("name"u8, job.Name);
        writer.WriteString("type"u8, "Microsoft.MachineLearningServices/workspaces/jobs"u8);

        // Recorded: a step of a pipeline is answered by name alone; what it is stands in run history.
        if (job.Kin?.Role is not StepRole)
        {
            writer.WritePropertyName("properties"u8);
            WriteProperties(writer, workspace, job, version.JobMembers);
        }

        writer.WriteStartObject("systemData"u8);
        writer.TimeMember("createdAt"u8, job.CreatedAt);
        writer.WriteString("createdBy"u8, ServiceNames.User);
        writer.WriteString("createdByType"u8, "User"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A job that is still to be made, inside of what will make it: it has no services yet (recorded).</summary>
    public static void WriteDefinition(Utf8JsonWriter writer, ServerlessEngine engine, ReadOnlySpan<byte> body, JobMembers members)
    {
        var job = new JobRecord
        {
            Name = "",
            Body = body.ToArray(),
            ExperimentName = JsonScan.Text(JsonScan.Value(body, "experimentName"u8)) ?? "Default",
            Life = engine.Lives.Find(JsonScan.Text(JsonScan.Value(body, "jobType"u8)) ?? "") ?? engine.Lives.Command,
            Number = 0,
            CreatedAt = 0,
        };
        WriteProperties(writer, engine.Workspace, job, members, isDefinition: true);
    }

    public static void WriteProperties(Utf8JsonWriter writer, WorkspaceIdentity workspace, JobRecord job, JobMembers members, bool isDefinition = false)
    {
        Span<Range> at = stackalloc Range[(int)Slot.Count];
        ReadOnlySpan<byte> body = job.Body;
        JsonScan.Find(body, Names, at);
        JobEdits? edits = job.Edits;
        string jobType = job.Life.JobType;

        writer.WriteStartObject();
        writer.Member("description"u8, edits?.Description ?? body[at[(int)Slot.Description]]);
        writer.WriteStartObject("tags"u8);
        JobNotes.WriteTags(writer, job, edits?.Tags ?? body[at[(int)Slot.Tags]]);
        writer.WriteEndObject();
        writer.WriteStartObject("properties"u8);
        JobNotes.WriteProperties(writer, job, edits?.Properties ?? body[at[(int)Slot.Properties]], isDefinition);
        writer.WriteEndObject();
        if (members.HasFlag(JobMembers.ParentJobName))
        {
            writer.Member("parentJobName"u8, body[at[(int)Slot.ParentJobName]]);
        }

        writer.Member("displayName"u8, edits?.DisplayName ?? body[at[(int)Slot.DisplayName]]);
        writer.WriteString("status"u8, job.Phase.Word());
        writer.WriteString("experimentName"u8, job.ExperimentName);
        if (isDefinition)
        {
            writer.WriteNull("services"u8);
        }
        else
        {
            WriteServices(writer, workspace, job, body[at[(int)Slot.Services]], members);
        }

        WriteCompute(writer, workspace, jobType, body[at[(int)Slot.ComputeId]]);
        writer.Member("isArchived"u8, edits?.IsArchived is { } archived ? (archived ? "true"u8 : "false"u8) : body[at[(int)Slot.IsArchived]], "false"u8);
        writer.Member("identity"u8, body[at[(int)Slot.Identity]]);
        if (members.HasFlag(JobMembers.ComponentId))
        {
            writer.Member("componentId"u8, body[at[(int)Slot.ComponentId]]);
        }

        if (members.HasFlag(JobMembers.NotificationSetting))
        {
            writer.Member("notificationSetting"u8, edits?.NotificationSetting ?? body[at[(int)Slot.NotificationSetting]]);
        }

        if (members.HasFlag(JobMembers.SecretsConfiguration))
        {
            writer.Member("secretsConfiguration"u8, body[at[(int)Slot.SecretsConfiguration]]);
        }

        writer.WriteString("jobType"u8, jobType);
        if (jobType != "Command")
        {
            JobAnswer.WriteOwn(writer, job, jobType, body, members);
            writer.WriteEndObject();
            return;
        }

        JobParts.WriteResources(writer, body[at[(int)Slot.Resources]], members);
        writer.Member("codeId"u8, body[at[(int)Slot.CodeId]]);
        writer.Member("command"u8, body[at[(int)Slot.Command]]);
        writer.Member("environmentId"u8, body[at[(int)Slot.EnvironmentId]]);
        JobParts.WriteInputs(writer, body[at[(int)Slot.Inputs]], members);
        JobParts.WriteOutputs(writer, job.Name, body[at[(int)Slot.Outputs]], members);
        JobParts.WriteDistribution(writer, body[at[(int)Slot.Distribution]]);
        if (members.HasFlag(JobMembers.AutologgerSettings))
        {
            writer.Member("autologgerSettings"u8, body[at[(int)Slot.AutologgerSettings]]);
        }

        JobParts.WriteLimits(writer, body[at[(int)Slot.Limits]]);
        WriteVariables(writer, body[at[(int)Slot.EnvironmentVariables]]);
        writer.WriteStartObject("parameters"u8);
        writer.WriteEndObject();
        if (members.HasFlag(JobMembers.QueueSettings))
        {
            JobParts.WriteQueueSettings(writer, body[at[(int)Slot.QueueSettings]], members);
        }

        writer.WriteEndObject();
    }

    /// <summary>Whether a computeId means no compute at all: absent, an empty name, or the pseudo compute of that name in any case.</summary>
    public static bool IsServerless(ReadOnlySpan<byte> computeId) => JsonScan.Text(computeId) is not { Length: > 0 } id || ComputeNames.IsServerless(id);

    /// <summary>Recorded: an AutoML job without compute is answered with an id whose name is empty.</summary>
    private static void WriteCompute(Utf8JsonWriter writer, WorkspaceIdentity workspace, string jobType, ReadOnlySpan<byte> sent)
    {
        if (!IsServerless(sent))
        {
            writer.Member("computeId"u8, sent);
        }
        else if (jobType == "AutoML")
        {
            writer.WriteString("computeId"u8, $"{workspace.ArmId}/computes/");
        }
        else
        {
            writer.WriteNull("computeId"u8);
        }
    }

    private static void WriteVariables(Utf8JsonWriter writer, ReadOnlySpan<byte> variables)
    {
        if (JsonScan.IsNullOrAbsent(variables))
        {
            writer.WriteNull("environmentVariables"u8);
            return;
        }

        writer.WriteStartObject("environmentVariables"u8);
        writer.TextMap(variables);
        writer.WriteEndObject();
    }

    private static void WriteServices(Utf8JsonWriter writer, WorkspaceIdentity workspace, JobRecord job, ReadOnlySpan<byte> sent, JobMembers members)
    {
        if (job.Life.JobType == "FineTuning" && JsonScan.IsNullOrAbsent(sent))
        {
            writer.WriteNull("services"u8);
            return;
        }

        bool nodes = members.HasFlag(JobMembers.ServiceNodes);
        writer.WriteStartObject("services"u8);
        if (job.Life.JobType != "Sweep")
        {
            WriteService(writer, "Tracking"u8, workspace.TrackingUri + "?", nodes);
        }

        WriteService(writer, "Studio"u8, $"https://ml.azure.com/runs/{job.Name}{workspace.StudioSuffix}", nodes);
        JobServices.Write(writer, workspace, job, sent, nodes);
        writer.WriteEndObject();
    }

    private static void WriteService(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string endpoint, bool nodes)
    {
        writer.WriteStartObject(name);
        writer.WriteString("jobServiceType"u8, name);
        writer.WriteNull("port"u8);
        writer.WriteString("endpoint"u8, endpoint);
        writer.WriteNull("status"u8);
        writer.WriteNull("errorMessage"u8);
        writer.WriteNull("properties"u8);
        if (nodes)
        {
            writer.WriteNull("nodes"u8);
        }

        writer.WriteEndObject();
    }
}
