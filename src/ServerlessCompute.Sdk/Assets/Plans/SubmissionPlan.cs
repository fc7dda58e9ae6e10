namespace ServerlessCompute;

/// <summary>
/// What the submission of a job would upload, register and look up, found out from files alone. Immutable, as long as nobody writes to
/// the files; the upload notices when somebody did.
/// </summary>
/// <param name="Job">The job as it was written.</param>
/// <param name="Assets">What it needs, each once, in the job's order.</param>
/// <param name="Places">What stands for which part of the job: the job's own objects, compared as objects.</param>
internal sealed record SubmissionPlan(Job Job, IReadOnlyList<PlannedAsset> Assets, IReadOnlyDictionary<object, PlannedAsset> Places)
{
    /// <summary>How much would be sent at most; what the workspace has already is not.</summary>
    public long Bytes => Assets.Sum(a => a switch
    {
        PlannedCode code => code.Snapshot.Bytes,
        PlannedData data => data.Snapshot.Bytes,
        PlannedEnvironment environment => environment.BuildContext?.Snapshot.Bytes ?? 0,
        _ => 0,
    });

    /// <summary>One line for each asset.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Assets.Select(a => a.Describe()));
}
