namespace ServerlessCompute;

/// <summary>Sends a job, waits for its end, and sends it again as a policy says.</summary>
internal sealed class Resubmitter(ServerlessComputeClient client, ServiceConnection connection, ResubmissionPolicy policy)
{
    // Whether a job started is all that matters of one that nobody listens to.
    private static readonly JobWatchOptions _statusesAlone = new() { Logs = false, ImageBuildLog = false, Metrics = false, Children = false };

    public async Task<SubmittedResult> RunAsync(Job job, SubmitOptions options, JobWaitOptions wait, IProgress<JobEvent>? progress, CancellationToken cancellationToken)
    {
        var decision = new NextAttempt(connection, policy);
        var attempts = new List<JobAttempt>();
        for (Job current = job; ;)
        {
            int number = attempts.Count + 1;
            (JobRun? run, JobResult result, bool waitedTooLong) = await TryAsync(Numbered(current, number), Numbered(options, number), wait, progress, cancellationToken).ConfigureAwait(false);
            ResubmissionReason reason = NextAttempt.ReasonOf(result, waitedTooLong);
            if (reason == ResubmissionReason.None && run is not null && result.Status == JobStatus.Failed && current is not CommandJob)
            {
                reason = await ReasonBelowAsync(run, cancellationToken).ConfigureAwait(false);
            }

            var attempt = new JobAttempt { Number = number, Job = current, Result = result };
            Job? next = number >= policy.MaxSubmissions ? null : await decision.AfterAsync(current, reason, cancellationToken).ConfigureAwait(false);
            if (next is null && number < policy.MaxSubmissions && result.Status != JobStatus.Completed && policy.Otherwise?.Invoke(attempt) is { } asked)
            {
                (next, reason) = (asked with { Name = job.Name }, ResubmissionReason.Asked);
            }

            attempts.Add(attempt with { Next = next is null ? ResubmissionReason.None : reason });
            if (next is null)
            {
                return Done(run, result, wait, attempts);
            }

            current = next;
        }
    }

    /// <summary>A sweep or a pipeline says that something in it failed, and what failed says why.</summary>
    private static async Task<ResubmissionReason> ReasonBelowAsync(JobRun run, CancellationToken cancellationToken)
    {
        await foreach (JobChild child in run.GetChildrenAsync(recursive: true, cancellationToken).ConfigureAwait(false))
        {
            if (child.Status.IsTerminal && NextAttempt.ReasonOf(new JobResult { JobName = child.Name, Status = child.Status, Error = child.Error }, waitedTooLong: false) is var reason and not ResubmissionReason.None)
            {
                return reason;
            }
        }

        return ResubmissionReason.None;
    }

    private SubmittedResult Done(JobRun? run, JobResult result, JobWaitOptions wait, List<JobAttempt> attempts)
    {
        result.ThrowIfUnsuccessful(wait);
        return new SubmittedResult { Run = run ?? client.GetRun(result.JobName), Result = result, Attempts = [.. attempts] };
    }

    /// <summary>A name and an operation belong to one job: the next ones are numbered.</summary>
    private static Job Numbered(Job job, int number) => number == 1 || job.Name is null ? job : job with { Name = $"{job.Name}-{number}" };

    private static SubmitOptions Numbered(SubmitOptions options, int number) =>
        number == 1 || options.OperationId is null ? options : options with { OperationId = $"{options.OperationId} {number}" };

    private async Task<(JobRun? Run, JobResult Result, bool WaitedTooLong)> TryAsync(
        Job job, SubmitOptions options, JobWaitOptions wait, IProgress<JobEvent>? progress, CancellationToken cancellationToken)
    {
        JobRun run;
        try
        {
            run = await client.SubmitAsync(job, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ServerlessRequestException e) when (QuotaException.IsQuotaCode(e.ErrorCode))
        {
            // Refused before there was a job.
            return (null, new JobResult { JobName = job.Name ?? "", Status = JobStatus.Failed, Error = new JobError(e.ErrorCode!, e.Message) }, false);
        }

        JobWaitOptions quiet = wait with { ThrowOnFailure = false };
        if (policy.MaxTimeToStart is not { } most)
        {
            return (run, await run.WaitForCompletionAsync(progress, quiet, cancellationToken).ConfigureAwait(false), false);
        }

        bool isInTime = await WatchAsync(run, most, wait, progress, cancellationToken).ConfigureAwait(false);
        return (run, await run.WaitForCompletionAsync(quiet, cancellationToken).ConfigureAwait(false), !isInTime);
    }

    /// <summary>Follows a job until it runs, or to its end when somebody listens; cancels it when it does not run in time.</summary>
    private async Task<bool> WatchAsync(JobRun run, TimeSpan most, JobWaitOptions wait, IProgress<JobEvent>? progress, CancellationToken cancellationToken)
    {
        JobWatchOptions watch = (progress is null ? _statusesAlone : new JobWatchOptions()) with { StartBy = connection.Time.GetUtcNow() + most };
        try
        {
            await foreach (JobEvent e in run.WatchAsync(watch, cancellationToken).ConfigureAwait(false))
            {
                progress?.Report(e);
                if (progress is null && e is JobStatusChanged { Status: var status } && status == JobStatus.Running)
                {
                    break;
                }
            }

            return true;
        }
        catch (OperationCanceledException) when (wait.CancelJobWithWait && cancellationToken.IsCancellationRequested)
        {
            await run.CancelAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (TimeoutException)
        {
            await run.CancelAsync(cancellationToken).ConfigureAwait(false);
            return false;
        }
    }
}
