namespace ServerlessCompute;

/// <content>Trials, steps, and whatever else the job started.</content>
public partial class JobRun
{
    /// <summary>The jobs that this one started, page by page while they are read: trials of a sweep, steps of a pipeline.</summary>
    /// <param name="recursive">Whether theirs follow behind each of them.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual IAsyncEnumerable<JobChild> GetChildrenAsync(bool recursive = false, CancellationToken cancellationToken = default) =>
        new ChildReader(Connection).ReadAsync(Name, recursive, depth: 1, cancellationToken);

    /// <summary>The job with everything that it started, as a tree: the steps of a pipeline, with what each of them started.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async Task<JobTree> GetTreeAsync(CancellationToken cancellationToken = default)
    {
        RunDetails details = await Reader.GetDetailsAsync(cancellationToken).ConfigureAwait(false);
        var children = new List<JobChild>();
        await foreach (JobChild child in GetChildrenAsync(recursive: true, cancellationToken).ConfigureAwait(false))
        {
            children.Add(child);
        }

        return JobTree.Of(Name, details.Status, children);
    }

    /// <summary>The trials of a sweep, the best first; those that logged no value of the primary metric are last.</summary>
    /// <exception cref="InvalidOperationException">The job is no sweep.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task<ValueList<TrialResult>> GetTrialsAsync(CancellationToken cancellationToken = default) =>
        new TrialReader(Connection, this).ReadAllAsync(cancellationToken);

    /// <summary>The best trial of a sweep so far; null when no trial has logged the primary metric.</summary>
    /// <exception cref="InvalidOperationException">The job is no sweep.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async Task<TrialResult?> GetBestTrialAsync(CancellationToken cancellationToken = default) =>
        await GetTrialsAsync(cancellationToken).ConfigureAwait(false) is [{ Metric: not null } best, ..] ? best : null;
}
