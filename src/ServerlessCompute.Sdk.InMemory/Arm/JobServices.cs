using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The interactive services of a job: those that it asks for, and the dashboard of a Ray cluster. They have an address from the moment the
/// job runs; its form, and what is told of the dashboard, are the recorded ones. Under the engine's lock.
/// </summary>
internal static class JobServices
{
    private const string RayDashboard = "ray-dashboard";
    private const int RayPort = 8265;

    /// <summary>What is told of a service beyond what was sent.</summary>
    private readonly record struct State(string? Endpoint, string? Status);

    /// <summary>Writes them as members of a job's <c>services</c>.</summary>
    public static void Write(Utf8JsonWriter writer, WorkspaceIdentity workspace, JobRecord job, ReadOnlySpan<byte> sent, bool nodes)
    {
        foreach (JsonMember member in JsonScan.Members(sent))
        {
            if (!IsTheServicesOwn(member.Name))
            {
                State state = StateOf(workspace, job, Port(member.Value), Word(job));
                JobParts.WriteService(writer, member.Name, member.Value, nodes, state.Endpoint, state.Status);
            }
        }

        if (DashboardPort(job) is { } port)
        {
            State state = StateOf(workspace, job, port, "NotStarted");
            byte[] service = JsonBytes($"{{\"jobServiceType\":\"Custom\",\"port\":{port},\"properties\":{{}}}}");
            JobParts.WriteService(writer, RayDashboard, service, nodes, state.Endpoint, state.Status);
        }
    }

    /// <summary>Writes them as run history tells them of one node.</summary>
    public static void WriteInstances(Utf8JsonWriter writer, WorkspaceIdentity workspace, JobRecord job, int node)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("instances"u8);
        ReadOnlySpan<byte> sent = JsonScan.Value(job.Body, "services"u8);
        foreach (JsonMember member in JsonScan.Members(sent))
        {
            // A service is on the first node, unless it says that it is on all.
            bool isThere = node == 0 || JsonScan.IsText(JsonScan.Value(JsonScan.Value(member.Value, "nodes"u8), "nodesValueType"u8), "All");
            if (isThere && !IsTheServicesOwn(member.Name))
            {
                string type = JsonScan.Text(JsonScan.Value(member.Value, "jobServiceType"u8)) ?? "Custom";
                WriteInstance(writer, member.Name, type, Port(member.Value), StateOf(workspace, job, Port(member.Value), Word(job)), JsonScan.Value(member.Value, "properties"u8));
            }
        }

        if (node == 0 && DashboardPort(job) is { } port)
        {
            WriteInstance(writer, RayDashboard, "Custom", port, StateOf(workspace, job, port, "NotStarted"), default);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteInstance(Utf8JsonWriter writer, string name, string type, int port, State state, ReadOnlySpan<byte> properties)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type"u8, type);
        writer.WriteNumber("port"u8, port);
        writer.WriteString("status"u8, state.Status ?? "NotStarted");
        writer.WriteNull("error"u8);
        writer.TextMember("endpoint"u8, state.Endpoint);
        writer.Member("properties"u8, properties, "{}"u8);
        writer.WriteEndObject();
    }

    private static bool IsTheServicesOwn(string name) => name is "Tracking" or "Studio" or RayDashboard;

    private static State StateOf(WorkspaceIdentity workspace, JobRecord job, int port, string word)
    {
        if (job.StartedAt is null)
        {
            return default;
        }

        // Whoever reads the address puts the node's number in place of the mark.
        string key = Draw.Id(0, workspace.WorkspaceId, job.Name).ToString("N", CultureInfo.InvariantCulture)[..16];
        return new State(string.Create(CultureInfo.InvariantCulture, $"https://{port}-<nodeIndex>-{key}.{workspace.Region}.nodes.azureml.ms"), word);
    }

    private static string Word(JobRecord job) => job.IsOver ? "Stopped" : "Running";

    private static int? DashboardPort(JobRecord job)
    {
        ReadOnlySpan<byte> distribution = JsonScan.Value(job.Body, "distribution"u8);
        return job.StartedAt is null || distribution.IsEmpty || !JsonScan.IsText(JsonScan.Value(distribution, "distributionType"u8), "Ray")
            || JsonScan.Value(distribution, "includeDashboard"u8).SequenceEqual("false"u8)
            ? null
            : JsonScan.Int32(JsonScan.Value(distribution, "dashboardPort"u8)) ?? RayPort;
    }

    private static int Port(ReadOnlySpan<byte> service) =>
        JsonScan.Int32(JsonScan.Value(service, "port"u8)) ?? JsonScan.Text(JsonScan.Value(service, "jobServiceType"u8)) switch
        {
            "SSH" => 22,
            "JupyterLab" => 8888,
            "TensorBoard" => 6006,
            _ => 8080,
        };

    private static byte[] JsonBytes(FormattableString json) => System.Text.Encoding.UTF8.GetBytes(json.ToString(CultureInfo.InvariantCulture));
}
