namespace ServerlessCompute;

/// <summary>One of a job's processes, from its start until nothing of it is left.</summary>
internal sealed class LocalProcess : IDisposable
{
    // What a child that outlives the command may still print before it is ended.
    private static readonly TimeSpan _drain = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    private readonly ProcessTree _tree;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _abandon = new();
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _pumping;
    private volatile bool _ending;

    private LocalProcess(LocalRank rank, LogPump log, ProcessTree tree, TimeProvider time)
    {
        Rank = rank;
        Log = log;
        _tree = tree;
        _time = time;
        _pumping = PumpAsync();
        Exit = FinishAsync();
    }

    public LocalRank Rank { get; }

    public LogPump Log { get; }

    /// <summary>The number of its process group, where there are such.</summary>
    public int? Group => _tree.Group;

    /// <summary>The processor time it took; complete once it has ended.</summary>
    public TimeSpan ProcessorTime => _tree.ProcessorTime;

    /// <summary>The exit code, once everything the process started has ended and all output is in the log.</summary>
    public Task<int> Exit { get; }

    public static async Task<LocalProcess> StartAsync(LocalRank rank, LogPump log, ProcessLaunch launch, TimeProvider time) =>
        new(rank, log, await ProcessTree.StartAsync(launch).ConfigureAwait(false), time);

    /// <summary>Asks it to end, and makes it after the grace period, or at once when there is a hurry.</summary>
    public async Task EndAsync(TimeSpan grace, CancellationToken hurry)
    {
        if (grace > TimeSpan.Zero && !Exit.IsCompleted && !hurry.IsCancellationRequested)
        {
            _ending = true;
            _tree.RequestEnd();

            // The command's shell ends at once; the program that it called may be saving its work.
            await GoneAsync(grace, hurry).ConfigureAwait(false);
        }

        _tree.Kill();
        _killed.TrySetResult();
        await Exit.ConfigureAwait(false);
    }

    public void Dispose()
    {
        _tree.Dispose();
        _abandon.Dispose();
    }

    private async Task PumpAsync()
    {
        try
        {
            await Log.RunAsync(_tree.Output, _abandon.Token).ConfigureAwait(false);
        }
        catch
        {
            // Nobody would read on, and the process would wait for ever to be read.
            _tree.Kill();
            throw;
        }
    }

    private async Task<int> FinishAsync()
    {
        int exitCode = await _tree.WaitForExitAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        if (_ending)
        {
            await _killed.Task.ConfigureAwait(false);
        }

        _tree.Kill();
        await DrainAsync().ConfigureAwait(false);
        await GoneAsync(_drain, CancellationToken.None).ConfigureAwait(false);
        await _abandon.CancelAsync().ConfigureAwait(false);
        await _pumping.ConfigureAwait(false);
        return exitCode;
    }

    // Bounded also because some containers have nobody who reaps orphans: those count as alive for ever.
    private async Task GoneAsync(TimeSpan patience, CancellationToken hurry)
    {
        long since = _time.GetTimestamp();
        while (_tree.IsAlive && _time.GetElapsedTime(since) < patience && !hurry.IsCancellationRequested)
        {
            await Task.Delay(_look, _time, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private Task<Task> DrainAsync() => Task.WhenAny(_pumping, Task.Delay(_drain, _time));
}
