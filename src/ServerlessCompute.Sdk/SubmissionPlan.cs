namespace ServerlessCompute;

/// <summary>
/// What the submission of a job would upload, register, look up and send, found out from files alone. Immutable; can be made in tests.
/// Printed, it is a report.
/// </summary>
public sealed record SubmissionPlan
{
    /// <summary>The job as it was written.</summary>
    public required Job Job { get; init; }

    /// <summary>What is brought into the workspace before the job is sent, each once. What needs another comes behind it.</summary>
    /// <value>Empty for a job that needs nothing.</value>
    public ValueList<PlannedAsset> Assets { get; init; } = ValueList<PlannedAsset>.Empty;

    /// <summary>The path of the request that sends the job; <c>{name}</c> stands for a name that is made on submission.</summary>
    public required string RequestPath { get; init; }

    /// <summary>The version of the REST contract that the job is sent with: the oldest that knows all it says.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>
    /// The body of that request, as JSON: the one that will be sent, with <see cref="PlannedAsset.Reference"/> in the places of ids that
    /// are not known yet and stars in those of secrets.
    /// </summary>
    public required string Body { get; init; }

    /// <summary>What is doubtful about the job or its files.</summary>
    public ValueList<JobDiagnostic> Warnings { get; init; } = ValueList<JobDiagnostic>.Empty;

    /// <summary>How much would be uploaded at most; what the workspace has already is not.</summary>
    public long UploadBytes => Assets.Sum(static asset => asset.Bytes);

    /// <summary>A report of several lines: assets, files and sizes, warnings, the request. Signatures in addresses are left out.</summary>
    public override string ToString() => PlanReport.Write(this);
}
