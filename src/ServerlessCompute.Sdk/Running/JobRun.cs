using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>
/// A job after submission: a handle that costs nothing to make. Every member asks the service anew. Thread-safe. Members are virtual
/// and there is a constructor for tests, so that it can be mocked.
/// </summary>
[TypeFormatterSource]
public partial class JobRun
{
    private readonly ServiceConnection? _connection;
    private SeenStatuses? _seenStatuses;

    internal JobRun(ServiceConnection connection, string name, bool? wasCreated)
    {
        _connection = connection;
        Name = name;
        WasCreated = wasCreated;
    }

    /// <summary>For mocks.</summary>
    protected JobRun()
    {
        Name = "";
    }

    /// <summary>The job's name.</summary>
    public virtual string Name { get; }

    /// <summary>
    /// Whether the submission made the job: false when a job of that name was there already and this is a handle to it. Null where that is
    /// not known: for a handle that was not made by a submission, and when the job names itself and the service's first answer was lost.
    /// </summary>
    public virtual bool? WasCreated { get; }

    /// <summary>The job's page in the studio.</summary>
    public virtual Uri StudioUri
    {
        get
        {
            WorkspaceId workspace = Connection.Workspace;
            return new Uri(
                $"{Connection.Options.Cloud.MachineLearningResource}/runs/{Uri.EscapeDataString(Name)}?wsid=/subscriptions/{workspace.SubscriptionId}/resourcegroups/{workspace.ResourceGroup}/workspaces/{workspace.WorkspaceName}");
        }
    }

    /// <summary>The span that submitted the job; waits and watches in other traces link to it.</summary>
    internal ActivityContext Origin { get; set; }

    /// <summary>Whether there is a workspace behind the handle; a mock has none.</summary>
    internal bool HasAddress => _connection is not null;

    private protected ServiceConnection Connection =>
        _connection ?? throw new InvalidOperationException("This handle was made by a mock: set up the members that the test uses.");

    private RunReader Reader => new(Connection, Name);

    private SeenStatuses Seen => LazyInitializer.EnsureInitialized(ref _seenStatuses);

    /// <summary>Where the job is in its life.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async Task<JobStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        (await GetJobAsync(cancellationToken).ConfigureAwait(false)).Status;

    /// <summary>The job as the service keeps it.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task<Job> GetJobAsync(CancellationToken cancellationToken = default) =>
        JobRequests.GetAsync(Connection, Name, cancellationToken);

    /// <summary>
    /// The job as it could be submitted again: without its name and what the service added. Change it with <c>with</c> and submit it.
    /// </summary>
    /// <typeparam name="T">The kind of job.</typeparam>
    /// <exception cref="InvalidCastException">The job is of another kind.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async Task<T> ToJobAsync<T>(CancellationToken cancellationToken = default)
        where T : Job
    {
        Job job = AuthoredForm.Of(await GetJobAsync(cancellationToken).ConfigureAwait(false));
        return job as T ?? throw new InvalidCastException($"'{Name}' is a {job.JobType} job, not a {typeof(T).Name}.");
    }

    /// <summary>
    /// Asks the service to cancel the job, and returns when it accepted that. The job passes CancelRequested; wait for its end with
    /// <see cref="WaitForCompletionAsync(IProgress{JobEvent}?, JobWaitOptions?, CancellationToken)"/>. A job that is over stays as it is.
    /// </summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task CancelAsync(CancellationToken cancellationToken = default) =>
        JobRequests.CancelAsync(Connection, Name, cancellationToken);

    /// <summary>Hides the job from lists.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task ArchiveAsync(CancellationToken cancellationToken = default) =>
        JobRequests.UpdateAsync(Connection, Name, _ => new JobChange { IsArchived = true }, cancellationToken);

    /// <summary>Shows an archived job in lists again.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task RestoreAsync(CancellationToken cancellationToken = default) =>
        JobRequests.UpdateAsync(Connection, Name, _ => new JobChange { IsArchived = false }, cancellationToken);

    /// <summary>Replaces the job's tags by what the function makes of them. The service keeps tags of its own.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task UpdateTagsAsync(Func<ValueMap<string>, ValueMap<string>> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return JobRequests.UpdateAsync(Connection, Name, job => new JobChange { Tags = change(job.Tags) }, cancellationToken);
    }

    /// <summary>The job's name.</summary>
    public override string ToString() => Name;
}
