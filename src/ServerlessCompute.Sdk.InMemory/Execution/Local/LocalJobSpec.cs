using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a local run reads in a job's properties as they were sent.</summary>
internal sealed class LocalJobSpec
{
    private LocalJobSpec(string command, string? environmentId, IReadOnlyList<LocalInput> inputs, IReadOnlyList<LocalOutput> outputs, IReadOnlyList<KeyValuePair<string, string>> variables, LocalDistribution distribution)
    {
        Command = command;
        EnvironmentId = environmentId;
        Inputs = inputs;
        Outputs = outputs;
        Variables = variables;
        Distribution = distribution;
    }

    public string Command { get; }

    public string? EnvironmentId { get; }

    public IReadOnlyList<LocalInput> Inputs { get; }

    public IReadOnlyList<LocalOutput> Outputs { get; }

    /// <summary>The job's own environment variables.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; }

    public LocalDistribution Distribution { get; }

    /// <summary>Of a parallel step its mini-batches, or null.</summary>
    public LocalParallel? Parallel { get; private init; }

    /// <summary>Reads a job's properties.</summary>
    /// <param name="properties">The job as it was sent.</param>
    /// <param name="nodeCount">How many machines it has.</param>
    /// <param name="files">Gives the files behind a URI.</param>
    /// <exception cref="LocalRunException">The job has no command.</exception>
    public static LocalJobSpec Read(JsonElement properties, int nodeCount, Func<string, IReadOnlyList<StoredFile>> files)
    {
        string? command = Text(properties, "command") ?? SparkCommand(properties);
        bool parallel = properties.TryGetProperty("parallel", out JsonElement batches);
        if (string.IsNullOrWhiteSpace(command))
        {
            throw new LocalRunException("Local processes run commands, and this job has no command. Script it with a delegate.");
        }

        return new LocalJobSpec(
            command,
            Text(properties, "environmentId"),
            [.. Members(properties, "inputs").Select(ReadInput)],
            [.. Members(properties, "outputs").Where(static output => output.Name is not "default").Select(ReadOutput)],
            [.. Members(properties, "environmentVariables").Select(static variable => KeyValuePair.Create(variable.Name, Scalar(variable.Value)))],
            parallel || properties.TryGetProperty("entry", out _) ? new LocalDistribution(LocalDistributionKind.None, 1, 1) : ReadDistribution(properties, nodeCount))
        {
            Parallel = parallel ? ReadParallel(properties, batches, files) : null,
        };
    }

    private static LocalParallel ReadParallel(JsonElement properties, JsonElement parallel, Func<string, IReadOnlyList<StoredFile>> files)
    {
        ParallelWork work = ParallelWork.Read(System.Text.Encoding.UTF8.GetBytes(properties.GetRawText()), files);
        bool file = work.AppendRowTo is { } output && Members(properties, "outputs").Any(o => o.Name == output && Is(Text(o.Value, "jobOutputType"), "uri_file"));
        return new LocalParallel(Text(parallel, "entryScript") ?? "score.py", Text(parallel, "arguments") ?? "", work, file);
    }

    /// <summary>A Spark job's Python file, by the <c>spark-submit</c> of this machine or, where there is none, by Python itself.</summary>
    private static string? SparkCommand(JsonElement properties) =>
        properties.TryGetProperty("entry", out JsonElement entry) && Text(entry, "file") is { } file
            ? $"$(command -v spark-submit || command -v python3 || command -v python) {file} {Text(properties, "args")}"
            : null;

    private static LocalInput ReadInput(JsonProperty input)
    {
        string type = Text(input.Value, "jobInputType") ?? "literal";
        bool literal = Is(type, "literal");
        string value = input.Value.ValueKind != JsonValueKind.Object ? Scalar(input.Value)
            : input.Value.TryGetProperty(literal ? "value" : "uri", out JsonElement found) ? Scalar(found)
            : "";
        return new LocalInput(input.Name, type, value, Is(Text(input.Value, "mode"), "Direct"));
    }

    private static LocalOutput ReadOutput(JsonProperty output) => new(
        output.Name,
        Text(output.Value, "jobOutputType") ?? "uri_folder",
        Text(output.Value, "uri"),
        Is(Text(output.Value, "mode"), "Direct"));

    private static LocalDistribution ReadDistribution(JsonElement properties, int nodeCount)
    {
        if (!properties.TryGetProperty("distribution", out JsonElement distribution) || distribution.ValueKind != JsonValueKind.Object)
        {
            return new LocalDistribution(LocalDistributionKind.None, nodeCount, 1);
        }

        int perNode = Number(distribution, "processCountPerInstance") ?? 1;
        string? type = Text(distribution, "distributionType");
        return type switch
        {
            _ when Is(type, "PyTorch") => new LocalDistribution(LocalDistributionKind.PyTorch, nodeCount, perNode),
            _ when Is(type, "Mpi") => new LocalDistribution(LocalDistributionKind.Mpi, nodeCount, perNode),
            _ when Is(type, "TensorFlow") => new LocalDistribution(LocalDistributionKind.TensorFlow, nodeCount, 1)
            {
                Workers = Math.Max(1, Number(distribution, "workerCount") ?? nodeCount),
                ParameterServers = Number(distribution, "parameterServerCount") ?? 0,
            },
            _ when Is(type, "Ray") => new LocalDistribution(LocalDistributionKind.Ray, nodeCount, 1),
            _ => throw new LocalRunException($"Local processes know the distributions PyTorch, Mpi, TensorFlow and Ray, not '{type}'."),
        };
    }

    private static IEnumerable<JsonProperty> Members(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out JsonElement map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().Where(static member => member.Value.ValueKind != JsonValueKind.Null)
            : [];

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement owner, string name)
    {
        if (!owner.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return int.TryParse(Scalar(value), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number >= 0
            ? number
            : throw new LocalRunException($"The distribution's {name} is '{Scalar(value)}'; it must be a whole number.");
    }

    // Literals are strings in the contract; numbers that a lenient client sent are taken as they were written.
    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
