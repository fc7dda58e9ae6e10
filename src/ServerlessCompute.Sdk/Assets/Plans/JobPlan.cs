namespace ServerlessCompute;

/// <summary>
/// What the submission of a job would upload, register and look up, found out from files alone. Immutable, as long as nobody writes to
/// the files; the upload notices when somebody did.
/// </summary>
/// <param name="Job">The job as it was written.</param>
/// <param name="Planned">The job as it will be sent, with placeholders where only the service knows an id.</param>
/// <param name="Needs">What it needs, each once; what needs another comes behind it.</param>
/// <param name="Uploads">The folders and files among them that are uploaded.</param>
internal sealed record JobPlan(Job Job, Job Planned, IReadOnlyList<AssetNeed> Needs, IReadOnlyList<PlannedUpload> Uploads)
{
    /// <summary>What is needed, for users; a build context that two environments share comes once.</summary>
    public IEnumerable<PlannedAsset> Describe() => Needs.SelectMany(static need => need.Describe()).DistinctBy(static asset => (asset.Kind, asset.Reference));
}
