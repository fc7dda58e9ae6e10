namespace ServerlessCompute;

/// <summary>A job as others see it. Under the engine's lock.</summary>
internal static class JobView
{
    private const long UnixEpochTicks = 621_355_968_000_000_000;

    public static InMemoryJob Of(ServerlessEngine engine, JobRecord job) => new(engine, job);

    public static JobCost Cost(ServerlessEngine engine, JobRecord job)
    {
        (long ticks, Int128 cost) = engine.Machines.Use(job);
        bool isSpot = job.Tier == ComputeTier.LowPriority;
        bool isKnown = job.Size is not { } size || (isSpot ? size.SpotPrice ?? size.LowPriorityPrice : size.Price) is not null;
        return new JobCost
        {
            NodeTime = TimeSpan.FromTicks(ticks),
            Dollars = isKnown ? NodePrices.Dollars(cost) : null,
            IsStale = isSpot && job.Size is { SpotPrice: null, LowPriorityPrice: not null },
        };
    }

    public static MlflowRun Mlflow(JobRecord job) => new()
    {
        RunId = job.Name,
        ExperimentName = job.ExperimentName,
        Name = DisplayName(job) ?? job.Name,
        Status = MlflowStatus.FromJob(job.Phase.Word()),
        StartTime = Milliseconds(job.StartedAt ?? job.CreatedAt),
        EndTime = job.EndedAt is { } end ? Milliseconds(end) : null,
        UserId = ServiceNames.User,
        Deleted = job.Edits?.IsArchived ?? false,
        Tags = Tags(job),
    };

    public static string? DisplayName(JobRecord job) => JsonScan.Text(job.Edits?.DisplayName ?? JsonScan.Value(job.Body, "displayName"u8));

    public static IReadOnlyDictionary<string, string> TrialParameters(ChildRole? role) => role is TrialRole { Trial: { } trial }
        ? trial.Values.ToDictionary(static v => v.Key, static v => SearchHoles.Plain(v.Value), StringComparer.Ordinal)
        : System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    private static List<KeyValuePair<string, string>> Tags(JobRecord job)
    {
        ReadOnlySpan<byte> tags = job.Edits?.Tags ?? JsonScan.Value(job.Body, "tags"u8);
        var list = new List<KeyValuePair<string, string>>();
        foreach (JsonMember member in JsonScan.Members(tags))
        {
            list.Add(new(member.Name, JsonScan.Text(member.Value) ?? ""));
        }

        return list;
    }

    private static long Milliseconds(long ticks) => (ticks - UnixEpochTicks) / TimeSpan.TicksPerMillisecond;
}
