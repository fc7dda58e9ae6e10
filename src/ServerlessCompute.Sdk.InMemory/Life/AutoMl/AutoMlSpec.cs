namespace ServerlessCompute;

/// <summary>What an AutoML job's body says that its trials depend on. Clients write some parts in snake case: both are read.</summary>
internal sealed class AutoMlSpec
{
    public required string Task { get; init; }

    public required string Metric { get; init; }

    public bool Maximizes { get; init; }

    public int MaxTrials { get; init; }

    public int MaxConcurrent { get; init; }

    public int MaxNodes { get; init; }

    public TimeSpan Timeout { get; init; }

    public TimeSpan? TrialTimeout { get; init; }

    public double? ExitScore { get; init; }

    public bool EndsEarly { get; init; }

    /// <summary>How many trials end in a voting or stacking of the others.</summary>
    public int Ensembles { get; init; }

    public required IReadOnlyList<string> Algorithms { get; init; }

    public string? InstanceType { get; init; }

    public int InstanceCount { get; init; }

    public string? JobTier { get; init; }

    /// <summary>Whether it works on images or text, which take a GPU.</summary>
    public bool NeedsGpu { get; init; }

    public static AutoMlSpec Read(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> task = JsonScan.Value(body, "taskDetails"u8);
        string type = AutoMlTasks.Canonical(JsonScan.Text(JsonScan.Value(task, "taskType"u8)) ?? "Classification");
        AutoMlTask facts = AutoMlTasks.Of(type);
        ReadOnlySpan<byte> limits = JsonScan.Value(task, "limitSettings"u8);
        ReadOnlySpan<byte> training = JsonScan.Value(task, "trainingSettings"u8);
        ReadOnlySpan<byte> resources = JsonScan.Value(body, "resources"u8);
        ReadOnlySpan<byte> queue = JsonScan.Value(body, "queueSettings"u8);
        string metric = facts.CanonicalMetric(JsonScan.Text(JsonScan.Value(task, "primaryMetric"u8)));
        int concurrent = Math.Max(1, JsonScan.Int32(JsonScan.Value(limits, "maxConcurrentTrials"u8)) ?? 1);
        int nodes = Math.Max(1, JsonScan.Int32(JsonScan.Value(limits, "maxNodes"u8)) ?? 1);
        int trials = Math.Max(1, JsonScan.Int32(JsonScan.Value(limits, "maxTrials"u8)) ?? facts.MaxTrials);
        return new AutoMlSpec
        {
            Task = type,
            Metric = metric,
            Maximizes = !metric.StartsWith("Normalized", StringComparison.Ordinal),
            MaxTrials = trials,
            MaxConcurrent = concurrent,
            MaxNodes = nodes,
            Timeout = Duration(JsonScan.Value(limits, "timeout"u8)) ?? facts.Timeout,
            TrialTimeout = Duration(JsonScan.Value(limits, "trialTimeout"u8)) ?? (facts.NeedsGpu ? null : TimeSpan.FromMinutes(30)),
            ExitScore = Number(JsonScan.Value(limits, "exitScore"u8)),
            EndsEarly = !JsonScan.Value(limits, "enableEarlyTermination"u8).SequenceEqual("false"u8),
            Ensembles = facts.NeedsGpu ? 0 : Math.Min(trials / 3, (Allows(training, "enableVoteEnsemble"u8) ? 1 : 0) + (Allows(training, "enableStackEnsemble"u8) ? 1 : 0)),
            Algorithms = Allowed(facts, training),
            InstanceType = JsonScan.Text(JsonScan.Value(resources, "instanceType"u8)) ?? JsonScan.Text(JsonScan.Value(resources, "instance_type"u8)),

            // S06: left out, it follows from the trials at once and the nodes of one, the larger of the two.
            InstanceCount = JsonScan.Int32(JsonScan.Value(resources, "instanceCount"u8)) ?? JsonScan.Int32(JsonScan.Value(resources, "instance_count"u8)) ?? Math.Max(concurrent, nodes),
            JobTier = JsonScan.Text(JsonScan.Value(queue, "jobTier"u8)) ?? JsonScan.Text(JsonScan.Value(queue, "job_tier"u8)),
            NeedsGpu = facts.NeedsGpu,
        };
    }

    private static bool Allows(ReadOnlySpan<byte> training, ReadOnlySpan<byte> member) => !JsonScan.Value(training, member).SequenceEqual("false"u8);

    private static TimeSpan? Duration(ReadOnlySpan<byte> value) => JsonScan.Text(value) is { } text && IsoDuration.TryParse(text, out TimeSpan time) ? time : null;

    private static double? Number(ReadOnlySpan<byte> value) =>
        JsonScan.Text(value) is { } text && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private static string[] Allowed(AutoMlTask facts, ReadOnlySpan<byte> training)
    {
        string[] allowed = JsonScan.Texts(JsonScan.Value(training, "allowedTrainingAlgorithms"u8));
        string[] blocked = JsonScan.Texts(JsonScan.Value(training, "blockedTrainingAlgorithms"u8));
        string[] left =
        [
            .. (allowed.Length > 0 ? allowed : [.. facts.Algorithms.Select(static a => a.Name)])
                .Where(a => !blocked.Contains(a, StringComparer.OrdinalIgnoreCase)),
        ];
        return left.Length > 0 ? left : [facts.Algorithms[0].Name];
    }
}
