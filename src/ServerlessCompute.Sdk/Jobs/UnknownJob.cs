namespace ServerlessCompute;

/// <summary>
/// A kind of job that this library has no type for, kept as the service sent it: everything beyond the common properties is in
/// <see cref="JobPart.AdditionalProperties"/>. It survives reading and writing. Immutable.
/// </summary>
public sealed record UnknownJob : Job
{
    /// <summary>Takes the service's word for the kind.</summary>
    public UnknownJob(JobType jobType) => JobType = jobType;

    /// <inheritdoc/>
    public override JobType JobType { get; }
}
