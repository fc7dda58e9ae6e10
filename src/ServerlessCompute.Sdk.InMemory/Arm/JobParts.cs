using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The parts of a command job's answer, filled up with the service's defaults.</summary>
internal static class JobParts
{
    private static readonly byte[][] ResourceNames = Utf8("instanceCount", "maxInstanceCount", "instanceType", "locations", "properties", "shmSize", "dockerArgs", "dockerArgsList");
    private static readonly byte[][] InputNames = Utf8("description", "uri", "mode", "pathOnCompute", "jobInputType", "value");
    private static readonly byte[][] OutputNames = Utf8("description", "uri", "assetName", "assetVersion", "mode", "pathOnCompute", "autoDeleteSetting", "jobOutputType");
    private static readonly byte[][] ServiceMembers = Utf8("jobServiceType", "port", "endpoint", "properties", "nodes");

    private static readonly byte[][] RayNames =
        Utf8("port", "address", "includeDashboard", "dashboardPort", "headNodeAdditionalArgs", "workerNodeAdditionalArgs");

    public static void WriteResources(Utf8JsonWriter writer, ReadOnlySpan<byte> sent, JobMembers members, bool withSharedMemory = true)
    {
        Span<Range> at = stackalloc Range[8];
        Find(sent, ResourceNames, at);
        writer.WriteStartObject("resources"u8);
        writer.Member("instanceCount"u8, sent[at[0]], "1"u8);
        WriteIf(writer, members.HasFlag(JobMembers.MaxInstanceCount), "maxInstanceCount"u8, sent[at[1]]);
        writer.Member("instanceType"u8, sent[at[2]]);
        WriteIf(writer, members.HasFlag(JobMembers.Locations), "locations"u8, sent[at[3]]);
        writer.Member("properties"u8, sent[at[4]]);
        if (members.HasFlag(JobMembers.ShmSize))
        {
            WriteIf(writer, withSharedMemory, "shmSize"u8, JsonScan.IsNullOrAbsent(sent[at[5]]) ? "\"2g\""u8 : sent[at[5]]);
            writer.Member("dockerArgs"u8, sent[at[6]]);
        }

        WriteIf(writer, members.HasFlag(JobMembers.DockerArgsList), "dockerArgsList"u8, sent[at[7]]);
        writer.WriteEndObject();
    }

    public static void WriteInputs(Utf8JsonWriter writer, ReadOnlySpan<byte> sent, JobMembers members)
    {
        writer.WriteStartObject("inputs"u8);
        foreach (JsonMember member in JsonScan.Members(sent))
        {
            writer.WritePropertyName(member.Name);
            if (JsonScan.IsNullOrAbsent(member.Value))
            {
                writer.WriteNullValue();
            }
            else
            {
                WriteInput(writer, member.Value, members);
            }
        }

        writer.WriteEndObject();
    }

    public static void WriteInput(Utf8JsonWriter writer, ReadOnlySpan<byte> input, JobMembers members)
    {
        Span<Range> at = stackalloc Range[6];
        JsonScan.Find(input, InputNames, at);
        writer.WriteStartObject();
        writer.Member("description"u8, input[at[0]]);
        if (JsonScan.IsText(input[at[4]], "literal"))
        {
            writer.Member("jobInputType"u8, input[at[4]]);
            writer.TextMember("value"u8, JsonScan.Text(input[at[5]]));
        }
        else
        {
            writer.Member("uri"u8, input[at[1]]);
            writer.Member("mode"u8, input[at[2]], "\"ReadOnlyMount\""u8);
            WriteIf(writer, members.HasFlag(JobMembers.PathOnCompute), "pathOnCompute"u8, input[at[3]]);
            writer.Member("jobInputType"u8, input[at[4]]);
        }

        writer.WriteEndObject();
    }

    /// <summary>The outputs, and with them the run's own folder where the kind of job has one: then <paramref name="job"/> is its name.</summary>
    public static void WriteOutputs(Utf8JsonWriter writer, string? job, ReadOnlySpan<byte> sent, JobMembers members)
    {
        Span<Range> at = stackalloc Range[8];
        writer.WriteStartObject("outputs"u8);
        foreach (JsonMember member in JsonScan.Members(sent))
        {
            if (!JsonScan.IsNullOrAbsent(member.Value) && (member.Name != "default" || job is null))
            {
                writer.WritePropertyName(member.Name);
                WriteOutput(writer, member.Value, at, members, default);
            }
        }

        if (job is not null)
        {
            writer.WritePropertyName("default"u8);
            WriteOutput(
                writer,
                JsonScan.Value(sent, "default"u8),
                at,
                members,
                System.Text.Encoding.UTF8.GetBytes($"\"azureml://datastores/workspaceartifactstore/ExperimentRun/dcid.{job}\""));
        }

        writer.WriteEndObject();
    }

    public static void WriteDistribution(Utf8JsonWriter writer, ReadOnlySpan<byte> sent)
    {
        if (JsonScan.IsNullOrAbsent(sent))
        {
            writer.WriteNull("distribution"u8);
            return;
        }

        ReadOnlySpan<byte> type = JsonScan.Value(sent, "distributionType"u8);
        writer.WriteStartObject("distribution"u8);
        writer.Member("distributionType"u8, type);
        if (JsonScan.IsText(type, "TensorFlow"))
        {
            writer.Member("workerCount"u8, JsonScan.Value(sent, "workerCount"u8));
            writer.Member("parameterServerCount"u8, JsonScan.Value(sent, "parameterServerCount"u8), "0"u8);
        }
        else if (JsonScan.IsText(type, "Ray"))
        {
            foreach (byte[] name in RayNames)
            {
                writer.Member(name, JsonScan.Value(sent, name));
            }
        }
        else
        {
            writer.Member("processCountPerInstance"u8, JsonScan.Value(sent, "processCountPerInstance"u8));
        }

        writer.WriteEndObject();
    }

    public static void WriteLimits(Utf8JsonWriter writer, ReadOnlySpan<byte> sent)
    {
        if (JsonScan.IsNullOrAbsent(sent))
        {
            writer.WriteNull("limits"u8);
            return;
        }

        writer.WriteStartObject("limits"u8);
        writer.Member("timeout"u8, JsonScan.Value(sent, "timeout"u8));
        writer.WriteString("jobLimitsType"u8, "Command"u8);
        writer.WriteEndObject();
    }

    public static void WriteQueueSettings(Utf8JsonWriter writer, ReadOnlySpan<byte> sent, JobMembers members)
    {
        writer.WriteStartObject("queueSettings"u8);
        writer.WriteString("jobTier"u8, JobTierWords.Canonical(JsonScan.Text(JsonScan.Value(sent, "jobTier"u8))));
        WriteIf(writer, members.HasFlag(JobMembers.Priority), "priority"u8, JsonScan.Value(sent, "priority"u8));
        writer.WriteEndObject();
    }

    public static void WriteService(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> sent, bool nodes, string? endpoint, string? status)
    {
        Span<Range> at = stackalloc Range[5];
        Find(sent, ServiceMembers, at);
        writer.WriteStartObject(name);
        writer.Member("jobServiceType"u8, sent[at[0]]);
        writer.Member("port"u8, sent[at[1]]);
        if (endpoint is null)
        {
            writer.Member("endpoint"u8, sent[at[2]]);
        }
        else
        {
            writer.WriteString("endpoint"u8, endpoint);
        }

        writer.TextMember("status"u8, status);
        writer.WriteNull("errorMessage"u8);
        writer.Member("properties"u8, sent[at[3]]);
        WriteIf(writer, nodes, "nodes"u8, sent[at[4]]);
        writer.WriteEndObject();
    }

    private static void WriteOutput(Utf8JsonWriter writer, ReadOnlySpan<byte> sent, Span<Range> at, JobMembers members, ReadOnlySpan<byte> ownUri)
    {
        Find(sent, OutputNames, at);
        writer.WriteStartObject();
        writer.Member("description"u8, sent[at[0]]);
        writer.Member("uri"u8, sent[at[1]], ownUri);
        WriteIf(writer, members.HasFlag(JobMembers.AssetName), "assetName"u8, sent[at[2]]);
        WriteIf(writer, members.HasFlag(JobMembers.AssetVersion), "assetVersion"u8, sent[at[3]]);
        writer.Member("mode"u8, sent[at[4]], "\"ReadWriteMount\""u8);
        WriteIf(writer, members.HasFlag(JobMembers.PathOnCompute), "pathOnCompute"u8, sent[at[5]]);
        WriteIf(writer, members.HasFlag(JobMembers.AutoDeleteSetting), "autoDeleteSetting"u8, sent[at[6]]);
        writer.Member("jobOutputType"u8, sent[at[7]], "\"uri_folder\""u8);
        writer.WriteEndObject();
    }

    private static void Find(ReadOnlySpan<byte> sent, byte[][] names, Span<Range> at)
    {
        if (JsonScan.IsNullOrAbsent(sent))
        {
            at[..names.Length].Clear();
        }
        else
        {
            JsonScan.Find(sent, names, at);
        }
    }

    private static void WriteIf(Utf8JsonWriter writer, bool condition, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (condition)
        {
            writer.Member(name, value);
        }
    }

    private static byte[][] Utf8(params ReadOnlySpan<string> names)
    {
        byte[][] utf8 = new byte[names.Length][];
        for (int i = 0; i < names.Length; i++)
        {
            utf8[i] = System.Text.Encoding.UTF8.GetBytes(names[i]);
        }

        return utf8;
    }
}
