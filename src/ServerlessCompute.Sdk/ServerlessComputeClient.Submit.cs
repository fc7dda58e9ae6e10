namespace ServerlessCompute;

/// <content>Submission.</content>
public partial class ServerlessComputeClient
{
    /// <summary>
    /// Checks the job, uploads and registers what it needs, and submits it. The service starts the job by itself.
    /// </summary>
    /// <remarks>
    /// The job's name is chosen before anything is sent, so a request whose answer was lost is repeated safely. A job that names
    /// itself (or an operation's id in the options) can be submitted again at any time: when the service has it already, the result is a
    /// handle to it, and <see cref="JobRun.WasCreated"/> is false.
    /// </remarks>
    /// <param name="job">The job.</param>
    /// <param name="options">How to submit; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the submission; what was sent already stays.</param>
    /// <returns>A handle to the job.</returns>
    /// <exception cref="JobValidationException">The job cannot run as it is; the exception lists every problem. Nothing was sent.</exception>
    /// <exception cref="JobAssetException">A file or folder is not as the job says. The job was not submitted.</exception>
    /// <exception cref="JobConflictException">Another job has that name.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual async Task<JobRun> SubmitAsync(Job job, SubmitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        options ??= new SubmitOptions();
        JobValidationResult validation = job.Validate();
        if (!options.SkipValidation)
        {
            validation.ThrowIfInvalid();
        }

        if (options.OnWarning is { } tell)
        {
            foreach (JobDiagnostic warning in validation.Warnings)
            {
                tell(warning);
            }
        }

        string name = job.Name ?? (options.OperationId is { } operation ? JobNames.FromOperation(operation) : FreshName());
        return await JobSubmission.SubmitAsync(Connection, job with { Name = name }, options, cancellationToken).ConfigureAwait(false);
    }

    private string FreshName() => Connection.Options.JobNameGenerator is { } generate ? generate() : JobNames.Fresh(_ids);
}
