namespace ServerlessCompute;

/// <content>Why the job is where it is.</content>
public partial class JobRun
{
    /// <summary>
    /// Says why the job got its machines, or why it waits, behind what, and what would let it start sooner: what run history says of it, and
    /// preflight run again for the job as the service keeps it.
    /// </summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async Task<RunExplanation> ExplainAsync(CancellationToken cancellationToken = default)
    {
        RunDetails details = await Reader.GetDetailsAsync(cancellationToken).ConfigureAwait(false);
        Job job = AuthoredForm.Of(await GetJobAsync(cancellationToken).ConfigureAwait(false));
        return new RunExplanation
        {
            JobName = Name,
            Status = details.Status,
            InstanceType = details.Compute?.VmSize,
            InstanceCount = details.Compute?.InstanceCount,
            Waiting = details.Queueing is { Message: { } message } queueing ? new JobWaiting(Name, queueing.Code ?? "", message) : null,
            Error = RunEnd.Error(details),
            Outlook = details.Status.IsTerminal ? null : await Preflighter.Of(Connection).CheckAsync(job, cancellationToken).ConfigureAwait(false),
        };
    }
}
