using System.Diagnostics;

namespace ServerlessCompute;

/// <content>Watching and waiting.</content>
public partial class JobRun
{
    private const string HoldUntilTerminal = "wait=3600; until=terminal";

    /// <summary>
    /// Tells what happens to the job from its beginning until it is over: statuses, the build of its image, machines, why it waits, log
    /// lines of all its processes, metrics, and what becomes of the jobs that it starts. The last event is the terminal status.
    /// </summary>
    /// <param name="options">What to watch; null for everything.</param>
    /// <param name="cancellationToken">Ends the watch; the job goes on.</param>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual IAsyncEnumerable<JobEvent> WatchAsync(JobWatchOptions? options = null, CancellationToken cancellationToken = default) =>
        Tracing.IsListenedTo
            ? new TracedEvents(Events(options, cancellationToken), Connection.Workspace.WorkspaceName, Name, Origin)
            : Events(options, cancellationToken);

    /// <summary>Waits until the job is over.</summary>
    /// <param name="options">How to wait; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on unless the options say otherwise.</param>
    /// <exception cref="JobFailedException">The job failed.</exception>
    /// <exception cref="QuotaException">The job failed for want of quota.</exception>
    /// <exception cref="JobCanceledException">The job was cancelled.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task<JobResult> WaitForCompletionAsync(JobWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        WaitForCompletionAsync(null, options, cancellationToken);

    /// <summary>Waits until the job is over, and tells what happens meanwhile.</summary>
    /// <param name="progress">Told every event of the job; null for none.</param>
    /// <param name="options">How to wait; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on unless the options say otherwise.</param>
    /// <exception cref="JobFailedException">The job failed.</exception>
    /// <exception cref="QuotaException">The job failed for want of quota.</exception>
    /// <exception cref="JobCanceledException">The job was cancelled.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async Task<JobResult> WaitForCompletionAsync(IProgress<JobEvent>? progress, JobWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        using Activity? span = Tracing.Start(SpanNames.Wait, Connection.Workspace.WorkspaceName, Name, Origin);
        try
        {
            JobResult result = await WaitAsync(progress, options ?? new JobWaitOptions(), cancellationToken).ConfigureAwait(false);
            span?.SetTag(SpanTags.JobStatus, result.Status.Value);
            return result;
        }
        catch (Exception e)
        {
            span.Fail(e is JobFailedException { ErrorCode: { } code } ? code : Tracing.ErrorType(e));
            throw;
        }
    }

    private IAsyncEnumerable<JobEvent> Events(JobWatchOptions? options, CancellationToken cancellationToken) =>
        new RunWatcher(Connection, Name, options ?? new JobWatchOptions(), Seen).WatchAsync(cancellationToken);

    private async Task<JobResult> WaitAsync(IProgress<JobEvent>? progress, JobWaitOptions options, CancellationToken cancellationToken)
    {
        RunDetails details;
        try
        {
            if (progress is not null)
            {
                await foreach (JobEvent e in WatchAsync(null, cancellationToken).ConfigureAwait(false))
                {
                    progress.Report(e);
                }
            }

            details = await UntilTerminalAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (options.CancelJobWithWait && cancellationToken.IsCancellationRequested)
        {
            await CancelAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        JobResult result = await ResultAsync(details, options, cancellationToken).ConfigureAwait(false);
        result.ThrowIfUnsuccessful(options);
        return result;
    }

    private async Task<RunDetails> UntilTerminalAsync(CancellationToken cancellationToken)
    {
        var schedule = default(PollingSchedule);
        var board = WatchBoard.Of(Connection);
        using IDisposable place = board.Join(Name);
        var reader = new RunReader(Connection, Name, isPatient: true);
        RunDetails? seen = null;
        while (true)
        {
            (RunDetails details, bool wasHeld) = await reader.LookAsync(HoldUntilTerminal, seen?.Revision, cancellationToken).ConfigureAwait(false);
            Seen.Note(details.Status, Connection.Time.GetUtcNow());
            if (details.Status.IsTerminal)
            {
                EndLedger.Note(Connection, Name, details);
                return details;
            }

            if (!wasHeld)
            {
                await board.WaitAsync(Name, details.Status, schedule.Next(seen?.Revision != details.Revision), cancellationToken).ConfigureAwait(false);
            }

            seen = details;
        }
    }

    private async Task<JobResult> ResultAsync(RunDetails details, JobWaitOptions options, CancellationToken cancellationToken) => new()
    {
        JobName = Name,
        Status = details.Status,
        CreatedAt = details.CreatedAt,
        StartedAt = details.StartedAt,
        EndedAt = details.EndedAt,
        InstanceType = details.Compute?.VmSize,
        InstanceCount = details.Compute?.InstanceCount,
        QueuedDuration = Seen.TimeIn(static status => status == JobStatus.Queued, details.CreatedAt, details.StartedAt),
        PreparingDuration = Seen.TimeIn(static status => status == JobStatus.Preparing || status == JobStatus.Provisioning || status == JobStatus.Starting, details.CreatedAt, details.StartedAt),
        Cost = options.Cost ? await new CostReader(Connection, Name).ReadAsync(details, cancellationToken).ConfigureAwait(false) : null,
        Error = RunEnd.Error(details),
        LogTail = details.Status == JobStatus.Failed && options.LogTailLines > 0
            ? await LogTail.ReadAsync(Connection, details, options.LogTailLines, cancellationToken).ConfigureAwait(false)
            : ValueList<string>.Empty,
    };
}
