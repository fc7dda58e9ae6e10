namespace ServerlessCompute;

/// <summary>What a command job's body says that its life depends on.</summary>
internal static class CommandFacts
{
    public static string EnvironmentId(JobRecord job) => JsonScan.Text(JsonScan.Value(job.Body, "environmentId"u8)) ?? "";

    public static string Command(ReadOnlySpan<byte> body) => JsonScan.Text(JsonScan.Value(body, "command"u8)) ?? "";

    public static PlacementRequest Placement(JobRecord job) =>
        new(JsonScan.Text(JsonScan.Value(JsonScan.Value(job.Body, "resources"u8), "instanceType"u8)), job.NodeCount, job.Tier);

    public static int NodeCount(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> count = JsonScan.Value(JsonScan.Value(body, "resources"u8), "instanceCount"u8);

        // Specifications of components hold numbers as texts.
        return JsonScan.Int32(count) ?? (count is [(byte)'"', ..] && int.TryParse(JsonScan.Text(count), System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : 1);
    }

    /// <summary>Of a Spark job: one for the driver and one for each executor.</summary>
    public static int SparkNodeCount(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> conf = JsonScan.Value(body, "conf"u8);
        string? executors = JsonScan.Text(JsonScan.Value(conf, "spark.executor.instances"u8)) ?? JsonScan.Text(JsonScan.Value(conf, "spark.dynamicAllocation.minExecutors"u8));
        return 1 + (int.TryParse(executors, System.Globalization.CultureInfo.InvariantCulture, out int number) ? Math.Max(0, number) : 1);
    }

    public static ComputeTier Tier(ReadOnlySpan<byte> body) =>
        JsonScan.IsText(JsonScan.Value(JsonScan.Value(body, "queueSettings"u8), "jobTier"u8), "Spot") ? ComputeTier.LowPriority : ComputeTier.Dedicated;

    /// <summary>The name of the compute that a body names; null when it names none, or the pseudo compute <c>serverless</c>.</summary>
    public static string? Compute(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> computeId = JsonScan.Value(body, "computeId"u8);
        return JsonScan.IsNullOrAbsent(computeId) ? null : ComputeNames.Named(JsonScan.Text(computeId)!);
    }

    /// <summary>S46: how long a job lives at most.</summary>
    public static TimeSpan Lifetime(ComputeTier tier) => TimeSpan.FromDays(tier == ComputeTier.Dedicated ? 21 : 7);

    /// <summary><c>limits.timeout</c>, or null.</summary>
    public static TimeSpan? TimeLimit(JobRecord job) =>
        JsonScan.Text(JsonScan.Value(JsonScan.Value(job.Body, "limits"u8), "timeout"u8)) is { } text && IsoDuration.TryParse(text, out TimeSpan limit) ? limit : null;
}
