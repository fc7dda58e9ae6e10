namespace ServerlessCompute;

/// <summary>
/// When a job is sent again by itself, and as what: after its Spot machines were taken, for want of quota, or when it waits too long.
/// Immutable.
/// </summary>
/// <example>
/// <code>
/// var policy = new ResubmissionPolicy { PreemptionsBeforeStandard = 2, InstanceTypes = ["Standard_E4s_v3", "Standard_D4s_v5"] };
/// SubmittedResult done = await client.SubmitAndWaitAsync(job, policy);
/// </code>
/// </example>
public sealed record ResubmissionPolicy
{
    /// <summary>How often the job is sent in all, the first time included.</summary>
    /// <value>3.</value>
    public int MaxSubmissions { get; init; } = 3;

    /// <summary>How often Spot machines may be taken before the job is sent to the Standard tier; null for always Spot.</summary>
    /// <value>1: at the first time.</value>
    public int? PreemptionsBeforeStandard { get; init; } = 1;

    /// <summary>VM sizes that are tried one after the other when there is no quota for the one before, or the job waits too long.</summary>
    /// <value>Empty.</value>
    public ValueList<string> InstanceTypes { get; init; } = ValueList<string>.Empty;

    /// <summary>
    /// Whether a size is looked for when <see cref="InstanceTypes"/> has no other: of another family with quota, with as many processors and no
    /// fewer cores and memory, the cheapest first.
    /// </summary>
    /// <value>False.</value>
    public bool ChooseInstanceTypes { get; init; }

    /// <summary>Whether a Spot job that has no quota or waits too long is sent to the Standard tier when there is no other size to try.</summary>
    /// <value>True.</value>
    public bool SpotToStandard { get; init; } = true;

    /// <summary>How long the job may take to run; one that does not by then is cancelled and sent in another way, when there is one.</summary>
    /// <value>Null: for ever.</value>
    public TimeSpan? MaxTimeToStart { get; init; }

    /// <summary>
    /// Asked about an end that this policy has no answer to, a command that failed for example: gives the job that is sent next, or null to
    /// leave it at that.
    /// </summary>
    public Func<JobAttempt, Job?>? Otherwise { get; init; }
}
