namespace ServerlessCompute;

/// <summary>Finds out what a job needs before it is sent. Reads files, sends nothing.</summary>
internal static class SubmissionPlanner
{
    /// <param name="job">The job as it was written.</param>
    /// <param name="baseFolder">Where relative paths start that name no folder of their own.</param>
    /// <param name="cancellationToken">Ends the reading of files.</param>
    /// <exception cref="JobAssetException">A file or folder cannot be used, or a reference to an asset has no version.</exception>
    public static async Task<SubmissionPlan> PlanAsync(Job job, string baseFolder, CancellationToken cancellationToken)
    {
        var collector = new AssetCollector(baseFolder);
        JobAssets.Visit(job, collector);

        // Most jobs are ready in no time; files are read off the caller's thread.
        return collector.NeedsFiles
            ? await Task.Run(() => collector.Complete(job, cancellationToken), cancellationToken).ConfigureAwait(false)
            : collector.Complete(job, cancellationToken);
    }
}
