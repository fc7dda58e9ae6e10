using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A job's run as run history answers it: the whole run, and its details. Members and their order are the recorded ones. Under the engine's lock.</summary>
internal static class RunDocument
{
    public static void WriteDetails(Utf8JsonWriter writer, ServerlessEngine engine, JobRecord job)
    {
        string uuid = Uuid(engine, job);
        writer.WriteStartObject();
        writer.WriteString("runId"u8, job.Name);
        writer.WriteString("runUuid"u8, uuid);
        writer.TextMember("parentRunUuid"u8, job.Kin?.Parent is { } above ? Uuid(engine, above) : null);
        writer.WriteString("rootRunUuid"u8, Uuid(engine, Root(job)));
        WriteTarget(writer, job);
        writer.WriteString("status"u8, job.Phase.Word());
        writer.TextMember("parentRunId"u8, job.Kin?.Parent?.Name);
        writer.WriteString("dataContainerId"u8, $"dcid.{job.Name}");
        writer.TimeMember("createdTimeUtc"u8, job.CreatedAt);
        writer.TimeMember("startTimeUtc"u8, job.StartedAt);
        writer.TimeMember("endTimeUtc"u8, job.EndedAt);
        WriteError(writer, engine, job);
        WriteWarnings(writer, job);
        WriteNotes(writer, job);
        WriteParameters(writer, job);
        writer.Member("services"u8, "{}"u8);
        writer.Member("inputDatasets"u8, "[]"u8);
        writer.Member("outputDatasets"u8, "[]"u8);
        writer.WriteNull("runDefinition"u8);
        writer.WriteStartObject("logFiles"u8);
        foreach (string log in job.Logs)
        {
            writer.WriteString(log, engine.Files.ArtifactUrl(job.Name, log).AbsoluteUri);
        }

        writer.WriteEndObject();
        WriteCost(writer, engine, job);
        writer.WriteNumber("revision"u8, job.Revision);
        writer.Member("runTypeV2"u8, System.Text.Encoding.UTF8.GetBytes(KindOf(job).TypeV2));
        writer.Member("settings"u8, "{}"u8);
        WriteCompute(writer, engine, job);
        writer.Member("createdBy"u8, User);
        WriteTimes(writer, job);
        writer.WriteNumber("runNumber"u8, job.Number);
        writer.WriteString("rootRunId"u8, Root(job).Name);
        writer.WriteString("userId"u8, ServiceNames.NoId);
        writer.WriteNumber("statusRevision"u8, job.StatusRevision);
        writer.Member("lastModifiedBy"u8, User);
        writer.TimeMember("lastModifiedUtc"u8, job.ChangedAt);
        RunQueueing.Write(writer, engine, job);
        RunData.WriteInputs(writer, engine, job);
        RunData.WriteOutputs(writer, engine, job);
        writer.WriteNumber("currentAttemptId"u8, job.Attempt);
        writer.WriteEndObject();
    }

    public static void WriteRun(Utf8JsonWriter writer, ServerlessEngine engine, JobRecord job)
    {
        string uuid = Uuid(engine, job);
        string actions = $"{engine.Workspace.ApiEndpoint}/studioservice/apiv2/subscriptions/{engine.Workspace.SubscriptionId}/resourceGroups/{engine.Workspace.ResourceGroup}/workspaces/{engine.Workspace.Name}/runs/{job.Name}";
        writer.WriteStartObject();
        writer.WriteNumber("runNumber"u8, job.Number);
        writer.WriteString("rootRunId"u8, Root(job).Name);
        writer.TimeMember("createdUtc"u8, job.CreatedAt);
        writer.Member("createdBy"u8, User);
        writer.WriteString("userId"u8, ServiceNames.NoId);
        writer.WriteNull("token"u8);
        writer.WriteNull("tokenExpiryTimeUtc"u8);
        WriteError(writer, engine, job);
        WriteWarnings(writer, job);
        writer.WriteNumber("revision"u8, job.Revision);
        writer.WriteNumber("statusRevision"u8, job.StatusRevision);
        writer.WriteString("runUuid"u8, uuid);
        writer.TextMember("parentRunUuid"u8, job.Kin?.Parent is { } above ? Uuid(engine, above) : null);
        writer.WriteString("rootRunUuid"u8, Uuid(engine, Root(job)));
        WriteTimes(writer, job);
        writer.Member("lastModifiedBy"u8, User);
        writer.TimeMember("lastModifiedUtc"u8, job.ChangedAt);
        writer.TextMember("cancelationReason"u8, CancelationReason(job));
        writer.WriteNumber("currentAttemptId"u8, job.Attempt);
        writer.WriteString("runId"u8, job.Name);
        writer.TextMember("parentRunId"u8, job.Kin?.Parent?.Name);
        writer.WriteString("experimentId"u8, MlflowStore.ExperimentId(job.ExperimentName));
        writer.WriteString("status"u8, job.Phase.Word());
        writer.TimeMember("startTimeUtc"u8, job.StartedAt);
        writer.TimeMember("endTimeUtc"u8, job.EndedAt);
        writer.TextMember("scheduleId"u8, job.Kin?.Schedule);
        writer.Member("displayName"u8, job.Edits?.DisplayName ?? JsonScan.Value(job.Body, "displayName"u8));
        writer.WriteString("name"u8, job.ExperimentName);
        writer.WriteString("dataContainerId"u8, $"dcid.{job.Name}");
        writer.Member("description"u8, job.Edits?.Description ?? JsonScan.Value(job.Body, "description"u8));
        writer.WriteBoolean("hidden"u8, job.Edits?.IsArchived ?? JsonScan.Value(job.Body, "isArchived"u8).SequenceEqual("true"u8));
        writer.TextMember("runType"u8, KindOf(job).Type);
        writer.Member("runTypeV2"u8, System.Text.Encoding.UTF8.GetBytes(KindOf(job).TypeV2));
        WriteNotes(writer, job);
        WriteParameters(writer, job);
        writer.WriteStartObject("actionUris"u8);
        writer.WriteString("Cancel"u8, $"{actions}/Cancel");
        writer.WriteString("Diagnose"u8, ""u8);
        writer.WriteEndObject();
        writer.WriteNull("scriptName"u8);
        WriteTarget(writer, job);
        writer.Member("uniqueChildRunComputeTargets"u8, "[]"u8);
        writer.Member("settings"u8, "{}"u8);
        writer.Member("services"u8, "{}"u8);
        writer.Member("inputDatasets"u8, "[]"u8);
        writer.Member("outputDatasets"u8, "[]"u8);
        writer.WriteNull("runDefinition"u8);
        writer.WriteNull("jobSpecification"u8);
        writer.WriteNull("primaryMetricName"u8);
        writer.WriteNull("createdFrom"u8);
        writer.WriteString("cancelUri"u8, $"{actions}/Cancel");
        writer.WriteNull("completeUri"u8);
        writer.WriteString("diagnosticsUri"u8, ""u8);
        WriteCompute(writer, engine, job);
        writer.WriteNull("retainForLifetimeOfWorkspace"u8);
        RunQueueing.Write(writer, engine, job);
        RunData.WriteInputs(writer, engine, job);
        RunData.WriteOutputs(writer, engine, job);
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> User =>
        """{"userObjectId":"00000000-0000-0000-0000-000000000000","userPuId":"0000000000000000","userIdp":null,"userAltSecId":null,"userIss":"https://sts.windows.net/00000000-0000-0000-0000-000000000000/","userTenantId":"00000000-0000-0000-0000-000000000000","userName":"In-memory User","upn":null}"""u8;

    private static RunKind KindOf(JobRecord job) => job.Kin?.Role?.Kind ?? job.Life.Kind;

    private static JobRecord Root(JobRecord job) => job.Kin?.Parent is { } parent ? Root(parent) : job;

    /// <summary>Jobs that work through children have no machines of their own.</summary>
    private static void WriteTarget(Utf8JsonWriter writer, JobRecord job)
    {
        if (job.Life is ParentLife)
        {
            writer.WriteNull("target"u8);
        }
        else
        {
            writer.WriteString("target"u8, job.Cluster?.Name ?? "Serverless");
        }
    }

    private static string Uuid(ServerlessEngine engine, JobRecord job) => Draw.Id(engine.Settings.Seed, job.Name, "run").ToString();

    private static string? CancelationReason(JobRecord job) => job.StopReason switch
    {
        _ when job.Phase is not (JobPhase.CancelRequested or JobPhase.Canceled) => null,
        StopReason.TimedOut => $"The job ran longer than its limits.timeout of {TimeLimit(job)}.",
        StopReason.TooOld => $"A job lives at most {CommandFacts.Lifetime(job.Tier).Days} days{(job.Tier == ComputeTier.Dedicated ? "" : " on Spot")}.",
        StopReason.Preempted => "The Spot nodes of the job were taken.",
        StopReason.EndedEarly => "The early termination policy of the sweep ended the trial.",
        StopReason.Disposed => "The in-memory service was disposed.",
        _ => "User requested to cancel the run.",
    };

    /// <summary>The limit as it was written: AutoML has it with its task.</summary>
    private static string? TimeLimit(JobRecord job) =>
        JsonScan.Text(JsonScan.Value(JsonScan.Value(job.Body, "limits"u8), "timeout"u8))
        ?? JsonScan.Text(JsonScan.Value(JsonScan.Value(JsonScan.Value(job.Body, "taskDetails"u8), "limitSettings"u8), "timeout"u8));

    private static void WriteWarnings(Utf8JsonWriter writer, JobRecord job)
    {
        if (CancelationReason(job) is not { } reason || job.StopReason is not (StopReason.TimedOut or StopReason.TooOld or StopReason.Preempted))
        {
            writer.WriteNull("warnings"u8);
            return;
        }

        writer.WriteStartArray("warnings"u8);
        writer.WriteStartObject();
        writer.WriteString("source"u8, "Execution"u8);
        writer.WriteString("message"u8, reason);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter writer, ServerlessEngine engine, JobRecord job)
    {
        if (job.Error is not { } error || job.Phase != JobPhase.Failed)
        {
            writer.WriteNull("error"u8);
            return;
        }

        writer.WriteStartObject("error"u8);
        ErrorDocument.WriteRootError(writer, error.Code, error.Message, error.InnerCode is null ? [] : [error.InnerCode], error.MessageFormat, error.Parameters, null, error.ReferenceCode);
        writer.WriteNull("correlation"u8);
        writer.WriteString("environment"u8, engine.Workspace.Region);
        writer.WriteString("location"u8, engine.Workspace.Region);
        writer.TimeMember("time"u8, job.EndedAt);
        writer.WriteString("componentName"u8, job.Life.JobType == "Pipeline" ? ""u8 : "Execution"u8);
        writer.WriteEndObject();
    }

    /// <summary>What the job's nodes come to; null until it has some. (Recorded were only runs that had none of their own.)</summary>
    private static void WriteCost(Utf8JsonWriter writer, ServerlessEngine engine, JobRecord job)
    {
        double? seconds = engine.Machines.Use(job).Ticks is > 0 and var ticks ? ticks / (double)TimeSpan.TicksPerSecond : null;
        writer.WriteStartObject("jobCost"u8);
        Write("chargedCpuCoreSeconds"u8, seconds * job.Size?.VCpus);
        Write("chargedCpuMemoryMegabyteSeconds"u8, seconds * job.Size?.MemoryGiB * 1024);
        Write("chargedGpuSeconds"u8, seconds * job.Size?.Gpus);
        Write("chargedNodeUtilizationSeconds"u8, seconds);
        writer.WriteEndObject();

        void Write(ReadOnlySpan<byte> name, double? value)
        {
            if (value is { } charged)
            {
                writer.WriteNumber(name, charged);
            }
            else
            {
                writer.WriteNull(name);
            }
        }
    }

    private static void WriteNotes(Utf8JsonWriter writer, JobRecord job)
    {
        writer.WriteStartObject("tags"u8);
        JobNotes.WriteTags(writer, job, job.Edits?.Tags ?? JsonScan.Value(job.Body, "tags"u8));
        writer.WriteEndObject();
        writer.WriteStartObject("properties"u8);
        JobNotes.WriteProperties(writer, job, job.Edits?.Properties ?? JsonScan.Value(job.Body, "properties"u8));
        writer.WriteEndObject();
    }

    /// <summary>The job's literal inputs.</summary>
    private static void WriteParameters(Utf8JsonWriter writer, JobRecord job)
    {
        writer.WriteStartObject("parameters"u8);
        ReadOnlySpan<byte> inputs = JsonScan.Value(job.Body, "inputs"u8);
        foreach (JsonMember member in JsonScan.Members(inputs))
        {
            if (JsonScan.IsText(JsonScan.Value(member.Value, "jobInputType"u8), "literal"))
            {
                writer.WriteString(member.Name, JsonScan.Text(JsonScan.Value(member.Value, "value"u8)));
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteCompute(Utf8JsonWriter writer, ServerlessEngine engine, JobRecord job)
    {
        if (job.Life is ParentLife)
        {
            writer.WriteNull("computeRequest"u8);
            writer.WriteNull("compute"u8);
            return;
        }

        writer.WriteStartObject("computeRequest"u8);
        writer.WriteNumber("nodeCount"u8, job.NodeCount);
        writer.WriteNumber("gpuCount"u8, (job.Size?.Gpus ?? 0) * job.NodeCount);
        writer.WriteEndObject();
        if (job.Size is not { } size)
        {
            writer.WriteNull("compute"u8);
            return;
        }

        writer.WriteStartObject("compute"u8);
        WriteTarget(writer, job);
        writer.WriteString("targetType"u8, "amlcompute"u8);
        writer.WriteString("vmSize"u8, size.Name);
        writer.WriteString("instanceType"u8, size.Name);
        writer.WriteNumber("instanceCount"u8, job.NodeCount);
        writer.WriteNumber("gpuCount"u8, size.Gpus * job.NodeCount);
        writer.WriteString("priority"u8, job.Tier == ComputeTier.Dedicated ? "Dedicated"u8 : "LowPriority"u8);
        writer.WriteString("region"u8, engine.Workspace.Region);
        writer.WriteNull("armId"u8);
        writer.WriteNull("properties"u8);
        writer.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter writer, JobRecord job)
    {
        TimeSpan? duration = job.StartedAt is { } start && job.EndedAt is { } end ? TimeSpan.FromTicks(end - start) : null;
        writer.TextMember("computeDuration"u8, duration?.ToString("c", CultureInfo.InvariantCulture));
        writer.TimeMember("effectiveStartTimeUtc"u8, duration is null ? job.StartedAt : null);
        writer.TextMember("currentComputeTime"u8, duration is null ? "00:00:00" : null);
        writer.TimeMember("lastStartTimeUtc"u8, job.StartedAt);
        writer.TextMember("duration"u8, duration?.ToString("c", CultureInfo.InvariantCulture));
    }
}
