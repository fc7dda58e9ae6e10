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
    /// <exception cref="PreflightException">The options have a gate, and the job does not pass it. Nothing was sent.</exception>
    /// <exception cref="JobAssetException">A file or folder is not as the job says. The job was not submitted.</exception>
    /// <exception cref="JobConflictException">Another job has that name.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual async Task<JobRun> SubmitAsync(Job job, SubmitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        options ??= new SubmitOptions();
        using var observed = new SubmitObservation(Connection, job);
        try
        {
            Check(job, options);
            if (options.Gate is { } gate)
            {
                gate.Check(await PreflightAsync(job, cancellationToken).ConfigureAwait(false));
            }

            string? given = GivenName(job, options);
            string name = given ?? FreshName();
            observed.Named(name);
            JobRun run = await JobSubmission.SubmitAsync(Connection, job with { Name = name }, isNameFresh: given is null, options, cancellationToken).ConfigureAwait(false);
            observed.Done(run);
            return run;
        }
        catch (Exception e)
        {
            observed.Failed(e);
            throw;
        }
    }

    /// <summary>
    /// Says what <see cref="SubmitAsync"/> would upload, register, look up and send. Checks the job and reads the files that it needs; sends
    /// nothing and asks nobody.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="options">How it would be submitted; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading of files.</param>
    /// <exception cref="JobValidationException">The job cannot run as it is; the exception lists every problem.</exception>
    /// <exception cref="JobAssetException">A file or folder is not as the job says, or is too large.</exception>
    public virtual async Task<SubmissionPlan> PlanAsync(Job job, SubmitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        options ??= new SubmitOptions();
        ValueList<JobDiagnostic> warnings = Check(job, options);
        SubmissionPlan plan = await JobSubmission.PlanAsync(Connection, job with { Name = GivenName(job, options) }, options, cancellationToken).ConfigureAwait(false);
        return plan with { Job = job, Warnings = [.. warnings, .. plan.Warnings] };
    }

    private static ValueList<JobDiagnostic> Check(Job job, SubmitOptions options)
    {
        JobValidationResult validation = job.Validate();
        if (!options.SkipValidation)
        {
            validation.ThrowIfInvalid();
        }

        ValueList<JobDiagnostic> warnings = validation.Warnings;
        options.Tell(warnings);
        return warnings;
    }

    private static string? GivenName(Job job, SubmitOptions options) =>
        job.Name ?? (options.OperationId is { } operation ? JobNames.FromOperation(operation) : null);

    private string FreshName() => Connection.Options.JobNameGenerator is { } generate ? generate() : JobNames.Fresh(_ids);
}
