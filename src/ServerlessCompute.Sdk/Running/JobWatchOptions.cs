namespace ServerlessCompute;

/// <summary>What to watch of a job. Immutable.</summary>
public sealed record JobWatchOptions
{
    /// <summary>Whether log lines are told.</summary>
    /// <value>True.</value>
    public bool Logs { get; init; } = true;

    /// <summary>The one process of a distributed job whose log is told.</summary>
    /// <value>Null: the logs of all of them.</value>
    public int? Rank { get; init; }

    /// <summary>Whether the log of the image's build is told, when an image is built for the job.</summary>
    /// <value>True.</value>
    public bool ImageBuildLog { get; init; } = true;

    /// <summary>Whether metrics are told.</summary>
    /// <value>True.</value>
    public bool Metrics { get; init; } = true;

    /// <summary>Whether it is told what becomes of the jobs that this one starts: trials of a sweep, steps of a pipeline, at any depth.</summary>
    /// <value>True.</value>
    public bool Children { get; init; } = true;

    /// <summary>Whether it is told what the job has cost so far, whenever something else is new and at its end.</summary>
    /// <value>False.</value>
    public bool Cost { get; init; }

    /// <summary>When the job must run; a watch that sees it wait beyond that ends with a <see cref="TimeoutException"/>.</summary>
    internal DateTimeOffset? StartBy { get; init; }
}
