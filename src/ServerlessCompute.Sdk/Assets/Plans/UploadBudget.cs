namespace ServerlessCompute;

/// <summary>Adds up what a plan uploads, and stops before what is too much has been read.</summary>
internal sealed class UploadBudget(long? maxBytes)
{
    private readonly List<PlannedUpload> _uploads = [];

    public IReadOnlyList<PlannedUpload> Uploads => _uploads;

    /// <exception cref="JobAssetException">It is too much by now.</exception>
    public void Add(PlannedUpload upload)
    {
        _uploads.Add(upload);
        long bytes = _uploads.Sum(static other => other.Snapshot.Bytes);
        if (bytes > maxBytes)
        {
            PlannedUpload largest = _uploads.MaxBy(static other => other.Snapshot.Bytes)!;
            string so = _uploads.Count == 1 ? "" : $"The job would upload {ByteCount.Show(bytes)} or more. ";
            throw new JobAssetException(
                largest.Snapshot.SourcePath,
                $"{so}{largest.Describe()} {nameof(SubmitOptions)}.{nameof(SubmitOptions.MaxUploadBytes)} allows {ByteCount.Show(maxBytes.Value)}. {largest.HowToShrink()}, or raise the limit.");
        }
    }
}
