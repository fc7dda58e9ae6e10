namespace ServerlessCompute;

/// <content>Submission that goes on until the job is done.</content>
public partial class ServerlessComputeClient
{
    /// <summary>
    /// Submits a job and waits for its end. A job whose Spot machines are taken, that has no quota or that does not start in time is sent
    /// again, in another way where the policy knows one.
    /// </summary>
    /// <remarks>
    /// A job that names itself, or the operation's id in the options, is sent again under that name with a number: <c>train</c>, <c>train-2</c>,
    /// <c>train-3</c>. So a program that begins again after a crash goes through the same jobs and sends none of them twice.
    /// </remarks>
    /// <param name="job">The job.</param>
    /// <param name="policy">When it is sent again, and as what; null for the defaults.</param>
    /// <param name="options">How to submit; null for the defaults.</param>
    /// <param name="wait">How to wait; null for the defaults.</param>
    /// <param name="progress">Told every event of every job that is sent; null for nobody.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on unless the wait's options say otherwise.</param>
    /// <returns>The job that was sent last, how it ended, and what was tried before.</returns>
    /// <exception cref="JobFailedException">The job that was sent last failed.</exception>
    /// <exception cref="QuotaException">There was no quota for what was tried last.</exception>
    /// <exception cref="JobCanceledException">The job that was sent last was cancelled.</exception>
    /// <exception cref="JobValidationException">The job cannot run as it is; the exception lists every problem. Nothing was sent.</exception>
    /// <exception cref="JobAssetException">A file or folder is not as the job says. The job was not submitted.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual Task<SubmittedResult> SubmitAndWaitAsync(
        Job job,
        ResubmissionPolicy? policy = null,
        SubmitOptions? options = null,
        JobWaitOptions? wait = null,
        IProgress<JobEvent>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new Resubmitter(this, Connection, policy ?? new ResubmissionPolicy())
            .RunAsync(job, options ?? new SubmitOptions(), wait ?? new JobWaitOptions(), progress, cancellationToken);
    }
}
