using System.Globalization;
using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>Tells what happens to a run, as one stream: nothing is lost and nothing is told twice.</summary>
internal sealed class RunWatcher
{
    private const string HoldUntilChange = "wait=60";

    private readonly ServiceConnection _connection;
    private readonly string _jobName;
    private readonly JobWatchOptions _options;
    private readonly RunReader _reader;
    private readonly MetricCursor _metrics;
    private readonly Dictionary<string, LogCursor> _logs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _warnings = new(StringComparer.Ordinal);
    private readonly ChildWatch? _children;
    private readonly SeenStatuses _seen;
    private JobStatus _status;
    private JobPlaced? _placement;
    private JobWaiting? _waiting;
    private JobNodesChanged? _nodes;
    private RunCost? _cost;

    public RunWatcher(ServiceConnection connection, string jobName, JobWatchOptions options, SeenStatuses seen)
    {
        _connection = connection;
        _jobName = jobName;
        _options = options;
        _seen = seen;
        _reader = new RunReader(connection, jobName, isPatient: true);
        _metrics = new MetricCursor(_reader);
        _children = options.Children ? new ChildWatch(connection, jobName) : null;
    }

    public async IAsyncEnumerable<JobEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var schedule = default(PollingSchedule);
        var board = WatchBoard.Of(_connection);
        using IDisposable place = board.Join(_jobName);
        RunDetails? seen = null;
        while (true)
        {
            string? prefer = seen is null ? null : Hold(seen.Status);
            (RunDetails details, bool wasHeld) = await _reader.LookAsync(prefer, seen?.Revision, cancellationToken).ConfigureAwait(false);
            bool changed = seen?.Revision != details.Revision;
            seen = details;

            // The end is told last: what the job said before it belongs before it.
            if (!details.Status.IsTerminal && StatusEvent(details) is { } status)
            {
                yield return status;
            }

            foreach (JobEvent placed in Circumstances(details))
            {
                yield return placed;
            }

            await foreach (JobEvent line in LogEventsAsync(details, cancellationToken).ConfigureAwait(false))
            {
                yield return line;
            }

            if (_children is not null && MayHaveMetrics(details))
            {
                foreach (JobChildChanged child in await _children.ReadNewAsync(details, cancellationToken).ConfigureAwait(false))
                {
                    yield return child;
                }
            }

            if (_options.Metrics && MayHaveMetrics(details))
            {
                foreach ((string metric, MetricPoint point) in await _metrics.ReadNewAsync(details.Status.IsTerminal, cancellationToken).ConfigureAwait(false))
                {
                    yield return new JobMetricLogged(_jobName, metric, point);
                }
            }

            if (_options.Cost && MayHaveMetrics(details) && await CostEventAsync(details, cancellationToken).ConfigureAwait(false) is { } cost)
            {
                yield return cost;
            }

            if (details.Status.IsTerminal)
            {
                EndLedger.Note(_connection, _jobName, details);
                yield return StatusEvent(details) ?? new JobStatusChanged(_jobName, details.Status, RunEnd.Error(details));
                yield break;
            }

            if (IsLate(details.Status))
            {
                throw new TimeoutException($"'{_jobName}' does not run yet: it is {details.Status}.");
            }

            if (prefer is not null && !wasHeld)
            {
                await board.WaitAsync(_jobName, details.Status, schedule.Next(changed), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool HasStarted(JobStatus status) => status.IsTerminal || status == JobStatus.Running || status == JobStatus.Finalizing || status == JobStatus.CancelRequested;

    /// <summary>A wait that must end at a time ends at it, and not a minute later.</summary>
    private string Hold(JobStatus status)
    {
        const int Longest = 60;
        double left = _options.StartBy is { } latest && !HasStarted(status) ? (latest - _connection.Time.GetUtcNow()).TotalSeconds : Longest;
        return left >= Longest ? HoldUntilChange : string.Create(CultureInfo.InvariantCulture, $"wait={Math.Max(1, (int)Math.Ceiling(left))}");
    }

    private bool IsLate(JobStatus status) => _options.StartBy is { } latest && !HasStarted(status) && _connection.Time.GetUtcNow() >= latest;

    private static bool MayHaveMetrics(RunDetails details) => details.StartedAt is not null || details.Status.IsTerminal;

    private JobStatusChanged? StatusEvent(RunDetails details)
    {
        if (details.Status == _status)
        {
            return null;
        }

        _status = details.Status;
        _seen.Note(details.Status, _connection.Time.GetUtcNow());
        _connection.Logger.JobStatusSeen(_jobName, details.Status.Value);
        return new JobStatusChanged(_jobName, details.Status, RunEnd.Error(details));
    }

    private async Task<JobCostChanged?> CostEventAsync(RunDetails details, CancellationToken cancellationToken)
    {
        RunCost cost = await new CostReader(_connection, _jobName, isPatient: true).ReadAsync(details, cancellationToken).ConfigureAwait(false);
        return cost.NodeTime > (_cost?.NodeTime ?? TimeSpan.Zero) ? new JobCostChanged(_jobName, _cost = cost) : null;
    }

    /// <summary>Where the job was placed, why it waits, what the service warns of: each told when it is new.</summary>
    private IEnumerable<JobEvent> Circumstances(RunDetails details)
    {
        if (details.Compute is { VmSize: { } size } compute)
        {
            var placed = new JobPlaced(_jobName, size, compute.InstanceCount ?? 1, compute.Priority, compute.Region);
            if (placed != _placement)
            {
                yield return _placement = placed;
            }
        }

        if (NodeCounts.Of(details.Tags) is { } counts)
        {
            var nodes = new JobNodesChanged(_jobName, counts.Preparing, counts.Running, counts.Current);
            if (nodes != _nodes && (_nodes is not null || nodes.Current > 0))
            {
                yield return _nodes = nodes;
            }
        }

        if (details.Queueing is { Message: { } message } queueing && details.Status == JobStatus.Queued)
        {
            var waiting = new JobWaiting(_jobName, queueing.Code ?? "", message);
            if (waiting != _waiting)
            {
                yield return _waiting = waiting;
            }
        }

        foreach (string warning in details.Warnings)
        {
            if (_warnings.Add(warning))
            {
                yield return new JobWarning(_jobName, warning);
            }
        }
    }

    private IEnumerable<(string Path, Uri Url)> Wanted(RunDetails details)
    {
        IEnumerable<(string Path, Uri Url)> user = RunLogs.OfUser(details).Where(log => _options.Rank is null || (JobLogLine.RankOf(log.Path) ?? 0) == _options.Rank);
        return _options.ImageBuildLog ? RunLogs.OfImageBuild(details).Concat(user) : user;
    }

    private async IAsyncEnumerable<JobEvent> LogEventsAsync(RunDetails details, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!_options.Logs)
        {
            yield break;
        }

        var lines = new List<string>();
        foreach ((string path, Uri url) in Wanted(details))
        {
            if (!_logs.TryGetValue(path, out LogCursor? log))
            {
                _logs.Add(path, log = new LogCursor(_connection, isPatient: true));
            }

            bool more;
            do
            {
                lines.Clear();
                more = await log.ReadAsync(url, lines, cancellationToken).ConfigureAwait(false);
                if (!more && details.Status.IsTerminal)
                {
                    log.Finish(lines);
                }

                foreach (string line in lines)
                {
                    yield return new JobLogLine(_jobName, path, line);
                }
            }
            while (more);
        }
    }
}
