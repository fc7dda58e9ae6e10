using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The processes of a job and what each is told, as the service's launchers do.</summary>
internal static class RankPlan
{
    private const string Loopback = "127.0.0.1";

    /// <summary>The processes in the order of their ranks; nodes are filled one after the other.</summary>
    public static IReadOnlyList<LocalRank> Make(LocalDistribution distribution)
    {
        int count = distribution.ProcessCount;
        int[] ports = FreePorts(distribution.Kind == LocalDistributionKind.TensorFlow ? count : 1);
        return [.. Enumerable.Range(0, count).Select(index => new LocalRank(
            index,
            Title(distribution, index),
            LogPath(distribution, index),
            distribution.Kind == LocalDistributionKind.TensorFlow && index >= distribution.Workers,
            Variables(distribution, index, count, ports)))];
    }

    /// <summary>The log of a process, as the service names it.</summary>
    public static string LogPath(LocalDistribution distribution, int index) =>
        distribution.ProcessCount == 1 ? RunLogNames.Standard : string.Create(CultureInfo.InvariantCulture, $"user_logs/std_log_process_{index:D2}.txt");

    private static string Title(LocalDistribution distribution, int index) => distribution.Kind switch
    {
        LocalDistributionKind.None => string.Create(CultureInfo.InvariantCulture, $"the process of node {index}"),
        LocalDistributionKind.TensorFlow when index >= distribution.Workers => string.Create(CultureInfo.InvariantCulture, $"parameter server {index - distribution.Workers}"),
        LocalDistributionKind.TensorFlow => string.Create(CultureInfo.InvariantCulture, $"worker {index}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"rank {index}"),
    };

    private static Dictionary<string, string> Variables(LocalDistribution distribution, int index, int count, int[] ports)
    {
        int perNode = Math.Max(1, distribution.ProcessesPerNode);
        string rank = Text(index);
        string localRank = Text(index % perNode);
        string nodeRank = Text(index / perNode);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NODE_RANK"] = nodeRank,
            ["AZUREML_NODE_COUNT"] = Text(distribution.NodeCount),
        };
        switch (distribution.Kind)
        {
            case LocalDistributionKind.PyTorch:
                variables["MASTER_ADDR"] = Loopback;
                variables["MASTER_PORT"] = Text(ports[0]);
                variables["WORLD_SIZE"] = Text(count);
                variables["RANK"] = rank;
                variables["LOCAL_RANK"] = localRank;
                variables["LOCAL_WORLD_SIZE"] = Text(perNode);
                break;
            case LocalDistributionKind.Mpi:
                variables["OMPI_COMM_WORLD_RANK"] = rank;
                variables["OMPI_COMM_WORLD_SIZE"] = Text(count);
                variables["OMPI_COMM_WORLD_LOCAL_RANK"] = localRank;
                variables["OMPI_COMM_WORLD_LOCAL_SIZE"] = Text(perNode);
                variables["AZ_BATCHAI_MPI_MASTER_NODE"] = Loopback;
                variables["AZ_BATCH_MASTER_NODE"] = string.Create(CultureInfo.InvariantCulture, $"{Loopback}:{ports[0]}");
                break;
            case LocalDistributionKind.TensorFlow:
                variables["TF_CONFIG"] = TensorFlowConfig(distribution, index, ports);
                break;
        }

        return variables;
    }

    private static string TensorFlowConfig(LocalDistribution distribution, int index, int[] ports)
    {
        bool worker = index < distribution.Workers;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("cluster");
            WriteHosts(json, "worker", ports.AsSpan(0, distribution.Workers));
            if (distribution.ParameterServers > 0)
            {
                WriteHosts(json, "ps", ports.AsSpan(distribution.Workers));
            }

            json.WriteEndObject();
            json.WriteStartObject("task");
            json.WriteString("type", worker ? "worker" : "ps");
            json.WriteNumber("index", worker ? index : index - distribution.Workers);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteHosts(Utf8JsonWriter json, string role, ReadOnlySpan<int> ports)
    {
        json.WriteStartArray(role);
        foreach (int port in ports)
        {
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{Loopback}:{port}"));
        }

        json.WriteEndArray();
    }

    // All are held open together, so that the system gives each of them once.
    private static int[] FreePorts(int count)
    {
        var listeners = new TcpListener[count];
        var ports = new int[count];
        for (int i = 0; i < count; i++)
        {
            listeners[i] = new TcpListener(IPAddress.Loopback, 0);
            listeners[i].Start();
            ports[i] = ((IPEndPoint)listeners[i].LocalEndpoint).Port;
        }

        foreach (TcpListener listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
