using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A job of an <see cref="InMemoryServerless"/>, for assertions: where it stood when it was read, what it left behind so far.</summary>
/// <remarks>Thread-safe. Status, times, size, cost and error are those of the moment it was read; body, log, metrics and utilization are read when they are asked for.</remarks>
public sealed class InMemoryJob
{
    private readonly ServerlessEngine _engine;
    private readonly JobRecord _job;

    internal InMemoryJob(ServerlessEngine engine, JobRecord job)
    {
        _engine = engine;
        _job = job;
        Name = job.Name;
        JobType = new JobType(job.Life.JobType);
        DisplayName = JobView.DisplayName(job) ?? job.Name;
        ExperimentName = job.ExperimentName;
        Status = new JobStatus(job.Phase.Word());
        Command = CommandFacts.Command(job.Body);
        InstanceType = job.Placement?.InstanceType;
        NodeCount = job.NodeCount;
        Tier = job.Tier == ComputeTier.LowPriority ? JobTier.Spot : JobTier.Standard;
        CreatedAt = At(job.CreatedAt)!.Value;
        StartedAt = At(job.StartedAt);
        EndedAt = At(job.EndedAt);
        Placement = job.Placement;
        Cost = JobView.Cost(engine, job);
        if (job is { Phase: JobPhase.Failed, Error: { } error })
        {
            ErrorCode = error.InnerCode ?? error.ReferenceCode ?? error.Code;
            ErrorMessage = error.Message;
        }
    }

    /// <summary>The job's name, which is its run's id as well.</summary>
    public string Name { get; }

    /// <summary>Its type.</summary>
    public JobType JobType { get; }

    /// <summary>The schedule that made it; <see langword="null"/> for any other job.</summary>
    public string? ScheduleName => _job.Kin?.Schedule;

    /// <summary>The job that made it, as it is now; <see langword="null"/> for one that was sent.</summary>
    public InMemoryJob? Parent => _job.Kin?.Parent is { } parent ? _engine.View(parent) : null;

    /// <summary>The jobs that it made (a sweep's trials, a pipeline's steps), oldest first, as they are now.</summary>
    public IReadOnlyList<InMemoryJob> Children => _engine.ViewChildren(_job);

    /// <summary>All below it: its children, their children and so on, each parent before its children.</summary>
    public IEnumerable<InMemoryJob> Descendants => Children.SelectMany(static c => c.Descendants.Prepend(c));

    /// <summary>The name of the pipeline's step that it is; <see langword="null"/> for any other job.</summary>
    public string? StepName => (_job.Kin?.Role as StepRole)?.Node.Name;

    /// <summary>Whether it is a pipeline's step that works through mini-batches.</summary>
    internal bool IsParallelStep => _job.Kin?.Role is StepRole { Parallel: not null };

    /// <summary>Of a sweep's trial the parameters that were drawn for it, as its command has them; empty for any other job.</summary>
    public IReadOnlyDictionary<string, string> TrialParameters => JobView.TrialParameters(_job.Kin?.Role);

    /// <summary>Of a pipeline's step that did not run, because an equal one had: that one's name; else <see langword="null"/>.</summary>
    public string? ReusedFrom => (_job.Kin?.Role as StepRole)?.ReusedFrom?.Name;

    /// <summary>Of a sweep or AutoML job the best trial by the primary metric so far; <see langword="null"/> when there is none.</summary>
    public InMemoryJob? BestChild => _engine.ViewBestChild(_job);

    /// <summary>The display name, or the name where it has none.</summary>
    public string DisplayName { get; }

    /// <summary>The experiment that its run belongs to.</summary>
    public string ExperimentName { get; }

    /// <summary>Where the job stood.</summary>
    public JobStatus Status { get; }

    /// <summary>The command as it was sent, its <c>${{inputs.…}}</c> not filled in.</summary>
    public string Command { get; }

    /// <summary>The VM size that was taken; <see langword="null"/> until that is decided.</summary>
    public string? InstanceType { get; }

    /// <summary>How many machines the job asks for.</summary>
    public int NodeCount { get; }

    /// <summary><see cref="JobTier.Spot"/>, or <see cref="JobTier.Standard"/> for everything else.</summary>
    public JobTier Tier { get; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When its command began to run; <see langword="null"/> before that.</summary>
    public DateTimeOffset? StartedAt { get; }

    /// <summary>When it was over; <see langword="null"/> before that.</summary>
    public DateTimeOffset? EndedAt { get; }

    /// <summary>Of a failed job the code that tells what happened, for example <c>UserError</c> or <c>JobNodeCountExceedsCoreQuota</c>.</summary>
    public string? ErrorCode { get; }

    /// <summary>Of a failed job the sentence that tells what happened.</summary>
    public string? ErrorMessage { get; }

    /// <summary>Why it got its size, or none; <see langword="null"/> until that is decided.</summary>
    public PlacementDecision? Placement { get; }

    /// <summary>What its nodes cost so far; nothing for a job that never had any.</summary>
    public JobCost Cost { get; }

    /// <summary>How busy its nodes were, minute by minute up to now: as its delegate reports it, or drawn where nobody does.</summary>
    public IReadOnlyList<UtilizationSample> Utilization => _engine.ReadUtilization(_job);

    /// <summary>The <c>properties</c> of the request that made it.</summary>
    public JsonElement Body => JsonElement.Parse(_job.Body);

    /// <summary>What its main log, <c>user_logs/std_log.txt</c>, holds by now.</summary>
    public string Log => ReadArtifact(RunLogNames.Standard) ?? "";

    /// <summary>The metrics that were logged so far, in the order in which they came, metric by metric.</summary>
    public IReadOnlyList<InMemoryMetric> Metrics => [.. _engine.MlflowStore.Metrics(Name).Select(static m => new InMemoryMetric(m.Name, m.Value, m.Step))];

    /// <summary>An artifact of the run as text, for example <c>outputs/report.txt</c>, or <see langword="null"/> when there is none at that path.</summary>
    /// <param name="path">The path below the run's artifacts.</param>
    public string? ReadArtifact(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return _engine.Files.Artifacts.TryGet(WorkspaceFiles.ArtifactPath(Name, path)) is { } blob
            ? Encoding.UTF8.GetString(blob.Content.Read(0, int.MaxValue).Span)
            : null;
    }

    /// <summary>Name and status.</summary>
    public override string ToString() => $"{Name}: {Status}";

    private static DateTimeOffset? At(long? ticks) => ticks is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
}
