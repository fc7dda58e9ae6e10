using System.Diagnostics;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>
/// Spares the service requests when many jobs of a workspace are watched at once: one look at the workspace's list of jobs tells all
/// watchers whose job has another status. The service was recorded to allow some 250 reads at a time; each watcher asking for itself would
/// use them up. Thread-safe; one for a client and all its handles.
/// </summary>
internal sealed class WatchBoard
{
    /// <summary>Up to here each watcher asks for itself, which is the sooner answer.</summary>
    private const int Few = 8;

    /// <summary>The requests a second that all watchers together may cause besides the board's own.</summary>
    private const double RequestsPerSecond = 1;

    /// <summary>How often the list is looked at.</summary>
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(30);

    private static readonly ConditionalWeakTable<ServiceConnection, WatchBoard> _boards = [];

    private readonly ServiceConnection _connection;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Watched> _watched = new(StringComparer.Ordinal);
    private bool _isLooking;

    private WatchBoard(ServiceConnection connection) => _connection = connection;

    public static WatchBoard Of(ServiceConnection connection) => _boards.GetValue(connection, static made => new WatchBoard(made));

    /// <summary>Notes that a job is watched. Dispose what comes back when it no longer is.</summary>
    public IDisposable Join(string jobName)
    {
        lock (_gate)
        {
            if (!_watched.TryGetValue(jobName, out Watched? watched))
            {
                _watched.Add(jobName, watched = new Watched());
            }

            watched.Watchers++;
        }

        Metering.WatcherCame(_connection.Workspace.WorkspaceName);
        return new Place(this, jobName);
    }

    /// <summary>
    /// Waits until the job is worth another look: its status is another one than was seen, or a while has passed, which is longer the more
    /// jobs are watched.
    /// </summary>
    /// <param name="jobName">A job that joined.</param>
    /// <param name="seen">The status that was seen last.</param>
    /// <param name="pause">How long a watcher waits that is alone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(string jobName, JobStatus seen, TimeSpan pause, CancellationToken cancellationToken)
    {
        Task? changed = null;
        TimeSpan longest = pause;
        lock (_gate)
        {
            if (_watched.Count > Few && _watched.TryGetValue(jobName, out Watched? watched))
            {
                watched.Seen = seen;
                watched.Changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = watched.Changed.Task;
                longest = TimeSpan.FromTicks(Math.Max(pause.Ticks, TimeSpan.FromSeconds(_watched.Count / RequestsPerSecond).Ticks));
                if (!_isLooking)
                {
                    _isLooking = true;
                    _ = LookAsync();
                }
            }
        }

        if (changed is null)
        {
            await Task.Delay(pause, _connection.Time, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Whether the time is up or the status is another one makes no difference: the watcher looks for itself.
        await changed.WaitAsync(longest, _connection.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Looks at the list as long as there is somebody to tell. A look that fails is tried again: watchers look for themselves, too.</summary>
    private async Task LookAsync()
    {
        // It looks for all watchers: what it does belongs to nobody's span.
        Activity.Current = null;
        while (true)
        {
            await Task.Delay(_interval, _connection.Time).ConfigureAwait(false);
            lock (_gate)
            {
                if (_watched.Count <= Few)
                {
                    _isLooking = false;
                    foreach (Watched watched in _watched.Values)
                    {
                        watched.Tell();
                    }

                    return;
                }
            }

            try
            {
                await LookOnceAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is RequestFailedException or JobFormatException or IOException or AggregateException or OperationCanceledException)
            {
                // The next look is as good.
                _connection.Logger.ListLookFailed(Tracing.ErrorType(e));
            }
        }
    }

    private async Task LookOnceAsync()
    {
        HashSet<string> missing;
        lock (_gate)
        {
            missing = [.. _watched.Where(entry => entry.Value.IsListed).Select(entry => entry.Key)];
        }

        // The list is newest first: most of it is behind the oldest job that is watched.
        Uri? next = _connection.ArmUri("/jobs", ApiVersions.Base, "&listViewType=All");
        while (next is not null && missing.Count > 0)
        {
            using HttpMessage message = _connection.CreateMessage(RequestMethod.Get, next);
            Response response = await _connection.SendAsync(message, CancellationToken.None).ConfigureAwait(false);
            JobStatusPage page = JobStatusPage.Read(response.Content.ToMemory().Span);
            lock (_gate)
            {
                foreach ((string name, JobStatus status) in page.Jobs)
                {
                    if (_watched.TryGetValue(name, out Watched? watched))
                    {
                        missing.Remove(name);
                        if (watched.Seen != status)
                        {
                            watched.Tell();
                        }
                    }
                }
            }

            next = page.NextLink is { } link && Uri.TryCreate(link, UriKind.Absolute, out Uri? uri) && uri.Host == _connection.Options.ResourceManagerEndpoint.Host ? uri : null;
        }

        // The runs of steps and trials are in no list: nobody looks for them again.
        lock (_gate)
        {
            foreach (string name in missing)
            {
                if (_watched.TryGetValue(name, out Watched? watched))
                {
                    watched.IsListed = false;
                }
            }
        }
    }

    private void Leave(string jobName)
    {
        lock (_gate)
        {
            if (_watched.TryGetValue(jobName, out Watched? watched) && --watched.Watchers == 0)
            {
                _watched.Remove(jobName);
            }
        }

        Metering.WatcherLeft(_connection.Workspace.WorkspaceName);
    }

    /// <summary>A job that somebody watches.</summary>
    private sealed class Watched
    {
        public int Watchers { get; set; }

        public JobStatus Seen { get; set; }

        public bool IsListed { get; set; } = true;

        public TaskCompletionSource? Changed { get; set; }

        public void Tell()
        {
            Changed?.TrySetResult();
            Changed = null;
        }
    }

    /// <summary>A watcher's place at the board.</summary>
    private sealed class Place(WatchBoard board, string jobName) : IDisposable
    {
        private WatchBoard? _board = board;

        public void Dispose() => Interlocked.Exchange(ref _board, null)?.Leave(jobName);
    }
}
