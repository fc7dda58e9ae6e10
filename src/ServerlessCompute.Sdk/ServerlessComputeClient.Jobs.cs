using Azure;

namespace ServerlessCompute;

/// <content>Jobs that the service has.</content>
public partial class ServerlessComputeClient
{
    /// <summary>A handle to a job. Nothing is asked: whether there is such a job shows when the handle is used.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public virtual JobRun GetRun(string jobName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobName);
        return new JobRun(Connection, jobName, wasCreated: null);
    }

    /// <summary>The job as the service keeps it.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task<Job> GetJobAsync(string jobName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobName);
        return JobRequests.GetAsync(Connection, jobName, cancellationToken);
    }

    /// <summary>The workspace's jobs, newest first as the service lists them, asked for page by page while they are read.</summary>
    /// <param name="filter">Which jobs; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<Job> GetJobsAsync(JobFilter? filter = null, CancellationToken cancellationToken = default) =>
        JobPages.Of(Connection, filter ?? new JobFilter(), cancellationToken);

    /// <summary>Compares two jobs: what they say differently, and how what came of them differs. Printed, it is a line for each difference.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task<JobComparison> CompareJobsAsync(string firstJobName, string secondJobName, CancellationToken cancellationToken = default) =>
        JobComparer.CompareAsync(GetRun(firstJobName), GetRun(secondJobName), Connection, cancellationToken);

    /// <summary>Asks the service to cancel a job. A job that is over stays as it is.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task CancelAsync(string jobName, CancellationToken cancellationToken = default) => GetRun(jobName).CancelAsync(cancellationToken);

    /// <summary>Hides a job from lists.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task ArchiveAsync(string jobName, CancellationToken cancellationToken = default) => GetRun(jobName).ArchiveAsync(cancellationToken);

    /// <summary>Shows an archived job in lists again.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task RestoreAsync(string jobName, CancellationToken cancellationToken = default) => GetRun(jobName).RestoreAsync(cancellationToken);

    /// <summary>Replaces a job's tags by what the function makes of them. The service keeps tags of its own.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task UpdateTagsAsync(string jobName, Func<ValueMap<string>, ValueMap<string>> change, CancellationToken cancellationToken = default) =>
        GetRun(jobName).UpdateTagsAsync(change, cancellationToken);
}
