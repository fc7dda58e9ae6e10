namespace ServerlessCompute;

/// <summary>How to submit a job. Immutable.</summary>
public sealed record SubmitOptions
{
    /// <summary>The folder that relative local paths start from.</summary>
    /// <value>Null: the current folder.</value>
    public string? BaseFolder { get; init; }

    /// <summary>
    /// An id of your own for this submission. The job's name is made from it, so that a submission that is repeated, even by another
    /// process after a crash, runs the job once. Ignored when the job has a name, which does the same.
    /// </summary>
    public string? OperationId { get; init; }

    /// <summary>Whether the job is sent although <see cref="JobValidation.Validate"/> finds errors; the service has the last word.</summary>
    /// <value>False.</value>
    public bool SkipValidation { get; init; }

    /// <summary>How much the submission may upload: beyond it nothing is sent, and the error says which folder is too large and how to make it smaller.</summary>
    /// <value>Null: any amount, with a warning for each folder or file over 100 MB.</value>
    public long? MaxUploadBytes { get; init; }

    /// <summary>What must hold before the job is sent: its cost, that it does not wait, that it does not fail at once.</summary>
    /// <value>Null: nothing is asked.</value>
    public PreflightGate? Gate { get; init; }

    /// <summary>Told how far the upload of code and data is, from several threads.</summary>
    public IProgress<UploadProgress>? UploadProgress { get; init; }

    /// <summary>Told of warnings that validation and planning found.</summary>
    public Action<JobDiagnostic>? OnWarning { get; init; }

    internal void Tell(ValueList<JobDiagnostic> warnings)
    {
        if (OnWarning is { } tell)
        {
            foreach (JobDiagnostic warning in warnings)
            {
                tell(warning);
            }
        }
    }
}
