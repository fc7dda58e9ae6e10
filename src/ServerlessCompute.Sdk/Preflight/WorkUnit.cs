namespace ServerlessCompute;

/// <summary>A part of a job that asks for machines of its own: a command, the trials of a sweep, a step.</summary>
/// <param name="Name">What it is called: the step's name, <c>trial</c>, or the kind of job.</param>
internal sealed record WorkUnit(string Name)
{
    /// <summary>The VM size; null for one that the service chooses.</summary>
    public string? InstanceType { get; init; }

    public int Nodes { get; init; } = 1;

    public JobTier Tier { get; init; }

    /// <summary>How often it runs; null when nobody can say.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How many of it run at once, at most.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>How long one of it may run; null when only the service's own limit ends it.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>How long all of it together may run; null when there is no such limit.</summary>
    public TimeSpan? TotalLimit { get; init; }

    /// <summary>Whether the service chooses among sizes with graphics processors.</summary>
    public bool WantsGpu { get; init; }

    /// <summary>A named compute, whose machines are its own; null for serverless.</summary>
    public string? Compute { get; init; }

    /// <summary>Whether it is not known what it asks for: its component is not here.</summary>
    public bool IsUnknown { get; init; }
}
