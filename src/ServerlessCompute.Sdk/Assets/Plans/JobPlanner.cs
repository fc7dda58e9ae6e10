namespace ServerlessCompute;

/// <summary>Finds out what a job needs before it is sent. Reads files, sends nothing.</summary>
internal static class JobPlanner
{
    /// <exception cref="JobAssetException">A file or folder cannot be used or is too large, or a reference to an asset has no version.</exception>
    public static async Task<JobPlan> PlanAsync(Job job, PlanScope scope, CancellationToken cancellationToken)
    {
        var scout = new AssetScout();
        job.Visit(scout);

        // Most jobs are ready in no time; files are read off the caller's thread.
        return scout.FindsFiles
            ? await Task.Run(() => Plan(job, scope, cancellationToken), cancellationToken).ConfigureAwait(false)
            : Plan(job, scope, cancellationToken);
    }

    private static JobPlan Plan(Job job, PlanScope scope, CancellationToken cancellationToken)
    {
        var collector = new AssetCollector(scope, cancellationToken);
        Job planned = job.Visit(collector);
        return new JobPlan(job, planned, collector.Needs, collector.Uploads);
    }
}
