namespace ServerlessCompute;

/// <summary>What ties a job to others. A command job on its own has none, which keeps a million of them small.</summary>
internal sealed class JobKin(JobRecord? parent)
{
    /// <summary>The job that made it, or null for one that somebody sent.</summary>
    public JobRecord? Parent { get; } = parent;

    /// <summary>What it is to its parent: a trial, a step.</summary>
    public ChildRole? Role { get; init; }

    /// <summary>The schedule that made it, or null.</summary>
    public string? Schedule { get; init; }

    /// <summary>What a parent keeps of its own.</summary>
    public LifeState? State { get; set; }

    /// <summary>In the order in which they were made.</summary>
    public List<JobRecord> Children { get; } = [];

    /// <summary>How many points of <see cref="ChildRole.Script"/> are logged.</summary>
    public int ScriptedPoints { get; set; }

    /// <summary>How many children are not over yet.</summary>
    public int Live { get; set; }
}
