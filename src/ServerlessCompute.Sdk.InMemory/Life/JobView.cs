namespace ServerlessCompute;

/// <summary>A job as others see it. Under the engine's lock.</summary>
internal static class JobView
{
    private const long UnixEpochTicks = 621_355_968_000_000_000;

    public static InMemoryJob Of(ServerlessEngine engine, JobRecord job) => new(engine, job);

    public static InMemoryCluster Of(Cluster cluster)
    {
        RunError? error = cluster.Problem ?? cluster.GrowthProblem;
        return new InMemoryCluster
        {
            Name = cluster.Name,
            InstanceType = cluster.Size.Name,
            MinNodes = cluster.Scale.MinNodes,
            MaxNodes = cluster.Scale.MaxNodes,
            IdleTimeBeforeScaleDown = cluster.IdleTime,
            PreparingNodes = cluster.Count(ClusterNodeState.Preparing),
            RunningNodes = cluster.Count(ClusterNodeState.Running),
            IdleNodes = cluster.Count(ClusterNodeState.Idle),
            LeavingNodes = cluster.Count(ClusterNodeState.Leaving),
            WaitingJobs = cluster.WaitingCount,
            ErrorCode = error?.InnerCode,
            ErrorMessage = error?.Message,
            Cost = Cost(cluster.Use(), cluster.Size, cluster.Tier),
        };
    }

    public static JobCost Cost(ServerlessEngine engine, JobRecord job) => Cost(engine.Machines.Use(job), job.Size, job.Tier);

    private static JobCost Cost((long Ticks, Int128 Cost) use, VmSize? size, ComputeTier tier)
    {
        bool isSpot = tier == ComputeTier.LowPriority;
        bool isKnown = size is null || (isSpot ? size.SpotPrice ?? size.LowPriorityPrice : size.Price) is not null;
        return new JobCost
        {
            NodeTime = TimeSpan.FromTicks(use.Ticks),
            Dollars = isKnown ? NodePrices.Dollars(use.Cost) : null,
            IsStale = isSpot && size is { SpotPrice: null, LowPriorityPrice: not null },
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

        if (job.Kin?.Parent is { } parent)
        {
            list.Add(new("mlflow.parentRunId", parent.Name));
            while (parent.Kin?.Parent is { } above)
            {
                parent = above;
            }

            list.Add(new("mlflow.rootRunId", parent.Name));
        }

        return list;
    }

    private static long Milliseconds(long ticks) => (ticks - UnixEpochTicks) / TimeSpan.TicksPerMillisecond;
}
