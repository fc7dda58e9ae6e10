namespace ServerlessCompute;

/// <summary>
/// A training job: an immutable description. Written in C#, it may name local paths and describe environments in place; what the
/// service sends back has ids in their places. Verbs (<c>With…</c>) and <c>with</c> expressions give a changed copy.
/// </summary>
/// <remarks>Thread-safe. Two jobs are equal when everything they say is equal.</remarks>
[TypeFormatterSource]
public abstract record Job : JobPart
{
    private protected Job()
    {
    }

    /// <summary>The kind of job.</summary>
    public abstract JobType JobType { get; }

    /// <summary>The job's name in the workspace: letters, digits, <c>-</c> and <c>_</c>, 255 at most.</summary>
    /// <value>Null: a fresh name is made for each submission.</value>
    public string? Name { get; init; }

    /// <summary>The name shown in the studio; any text, and not unique.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the job is for.</summary>
    public string? Description { get; init; }

    /// <summary>The experiment that the job is listed under.</summary>
    /// <value>Null: the service takes <c>Default</c>.</value>
    public string? ExperimentName { get; init; }

    /// <summary>Labels of your own; may be changed while the job lives.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>Properties of your own; once set they stay.</summary>
    public ValueMap<string> Properties { get; init; } = ValueMap<string>.Empty;

    /// <summary>As whom the job runs.</summary>
    /// <value>Null: with a token of the workspace.</value>
    public IdentityConfiguration? Identity { get; init; }

    /// <summary>Interactive services beside the job, by a name of your choice.</summary>
    public ValueMap<JobService> Services { get; init; } = ValueMap<JobService>.Empty;

    /// <summary>Who is told when the job is over.</summary>
    public NotificationSettings? NotificationSettings { get; init; }

    /// <summary>The compute that runs the job: a name or a full resource id.</summary>
    /// <value>Null: serverless, the service finds the machines.</value>
    public string? Compute { get; init; }

    /// <summary>The component that the job was made from.</summary>
    public string? ComponentId { get; init; }

    /// <summary>Whether the job is hidden from lists.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Where the job is in its life; set on jobs that the service sent.</summary>
    public JobStatus Status { get; init; }

    /// <summary>The job's full resource id; set on jobs that the service sent.</summary>
    public string? Id { get; init; }

    /// <summary>Who made the job and when; set on jobs that the service sent.</summary>
    public SystemData? SystemData { get; init; }

    /// <summary>Shows a visitor the parts of the job; gives the job with what the visitor put in their places, or the same object.</summary>
    internal Job Visit(JobVisitor visitor)
    {
        Job visited = VisitParts(visitor);
        return visited.Equals(this) ? this : visited;
    }

    /// <summary>As <see cref="Visit"/>; each kind adds its own parts.</summary>
    internal virtual Job VisitParts(JobVisitor visitor)
    {
        string? compute = VisitCompute(visitor);
        visitor.Part("", this);
        return compute == Compute ? this : this with { Compute = compute };
    }

    private protected virtual string? VisitCompute(JobVisitor visitor) => JobVisitor.Maybe("compute", Compute, visitor.Compute);
}
