namespace ServerlessCompute;

/// <summary>The jobs that a <see cref="Forecast"/> runs ahead: described as flows, recorded one by one, or both.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Workload
{
    /// <summary>What comes again and again, at random times.</summary>
    /// <value>Empty.</value>
    public ValueList<WorkloadFlow> Flows { get; init; } = [];

    /// <summary>What comes at certain times.</summary>
    /// <value>Empty.</value>
    public ValueList<WorkloadJob> Jobs { get; init; } = [];

    /// <summary>After how long <see cref="Jobs"/> come again, as if what was recorded repeated itself.</summary>
    /// <value><see langword="null"/>: they come once.</value>
    public TimeSpan? Period { get; init; }

    /// <summary>A described workload.</summary>
    /// <param name="flows">What comes.</param>
    public static Workload Of(params ReadOnlySpan<WorkloadFlow> flows) => new() { Flows = [.. flows] };

    /// <summary>A recorded workload: jobs of an in-memory service that have run, as they were sent and as long as they ran.</summary>
    /// <param name="jobs">The jobs, for example <see cref="InMemoryServerless.Jobs"/>; those that never ran are left out.</param>
    public static Workload Recorded(IEnumerable<InMemoryJob> jobs)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        InMemoryJob[] ran = [.. jobs.Where(static j => j is { StartedAt: not null, EndedAt: not null, InstanceType: not null }).OrderBy(static j => j.CreatedAt)];
        return new Workload
        {
            Jobs =
            [
                .. ran.Select(job => new WorkloadJob
                {
                    Arrival = job.CreatedAt - ran[0].CreatedAt,
                    Duration = job.EndedAt!.Value - job.StartedAt!.Value,
                    InstanceType = job.Placement is { WasNamed: true } ? job.InstanceType : null,
                    NodeCount = job.NodeCount,
                    IsSpot = job.Tier == JobTier.Spot,
                }),
            ],
        };
    }

    /// <summary>The same with each flow and each recorded job changed.</summary>
    /// <param name="flow">Changes a flow.</param>
    /// <param name="job">Changes a recorded job; <see langword="null"/> leaves them as they are.</param>
    /// <example><code>Workload onSpot = workload.Change(flow => flow with { SpotShare = 1 }, job => job with { IsSpot = true });</code></example>
    public Workload Change(Func<WorkloadFlow, WorkloadFlow> flow, Func<WorkloadJob, WorkloadJob>? job = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return this with { Flows = [.. Flows.Select(flow)], Jobs = job is null ? Jobs : [.. Jobs.Select(job)] };
    }

    internal void Validate()
    {
        foreach (WorkloadFlow flow in Flows)
        {
            flow.Validate();
        }

        if (Period <= TimeSpan.Zero || Jobs.Any(static j => j.NodeCount < 1 || j.Arrival < TimeSpan.Zero || j.Duration < TimeSpan.Zero || j.SaveEvery <= TimeSpan.Zero))
        {
            throw new InvalidOperationException("A recorded workload has jobs with at least one node, times that are not negative, savings and a period that are positive.");
        }
    }
}
