using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A process's place among those of its job, in the variables of PyTorch's, Open MPI's and TensorFlow's launchers.</summary>
internal sealed class RankVariables
{
    public RankVariables(ProcessEnvironment environment)
    {
        (int? index, int? count) = TensorFlow(environment["TF_CONFIG"]);
        Rank = Number(environment, "RANK") ?? Number(environment, "OMPI_COMM_WORLD_RANK") ?? index ?? Number(environment, "NODE_RANK") ?? 0;
        WorldSize = Number(environment, "WORLD_SIZE") ?? Number(environment, "OMPI_COMM_WORLD_SIZE") ?? count ?? Number(environment, "AZUREML_NODE_COUNT") ?? 1;
        LocalRank = Number(environment, "LOCAL_RANK") ?? Number(environment, "OMPI_COMM_WORLD_LOCAL_RANK") ?? 0;
        NodeRank = Number(environment, "NODE_RANK") ?? (Number(environment, "OMPI_COMM_WORLD_LOCAL_SIZE") is { } local and > 0 ? Rank / local : index ?? 0);
    }

    public int Rank { get; }

    public int WorldSize { get; }

    public int LocalRank { get; }

    public int NodeRank { get; }

    private static int? Number(ProcessEnvironment environment, string name) =>
        int.TryParse(environment[name], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    // Workers come first, so that a worker's rank is its index whatever other roles there are.
    private static (int? Index, int? Count) TensorFlow(string? config)
    {
        if (config is null)
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(config);
            JsonElement cluster = document.RootElement.GetProperty("cluster");
            JsonElement task = document.RootElement.GetProperty("task");
            string type = task.GetProperty("type").GetString()!;
            int before = 0;
            int count = 0;
            foreach (JsonProperty role in cluster.EnumerateObject().OrderBy(static role => role.Name is "chief" or "master" ? 0 : role.Name is "worker" ? 1 : 2))
            {
                before = role.Name.Equals(type, StringComparison.Ordinal) ? count : before;
                count += role.Value.GetArrayLength();
            }

            return (before + task.GetProperty("index").GetInt32(), count);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return default;
        }
    }
}
