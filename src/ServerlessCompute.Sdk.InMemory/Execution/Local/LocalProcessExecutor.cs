namespace ServerlessCompute;

/// <summary>Does the work of command jobs for real: as processes of this machine, one for each rank.</summary>
/// <remarks>Thread-safe. Processes live in real time, whatever the engine's clock does, so everything about them is timed by <paramref name="time"/>.</remarks>
internal sealed class LocalProcessExecutor(LocalProcessOptions options, TimeProvider time, IReadOnlyDictionary<string, string> inherited) : IJobExecutor, IAsyncDisposable
{
    private static readonly TimeSpan _patienceAtExit = TimeSpan.FromSeconds(3);

    private readonly SlotQueue _slots = new(options.MaxConcurrency ?? Environment.ProcessorCount);
    private readonly LocalStore _store = new(options.WorkFolder, options.KeepFolders);
    private readonly MlflowListener _listener = new(time);
    private readonly CancellationTokenSource _disposing = new();
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];
    private bool _disposed;
    private bool _awaitsExit;

    public LocalProcessExecutor(LocalProcessOptions options)
        : this(options, TimeProvider.System, LocalVariables.Inherited())
    {
    }

    public Task<ExecutionOutcome> ExecuteAsync(IExecutionHost host, CancellationToken stop)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_awaitsExit)
            {
                // Disposal is optional: what an undisposed service left running and lying about goes with the process.
                _awaitsExit = true;
                AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
            }

            Task<ExecutionOutcome> run = Task.Run(() => RunAsync(host, stop), CancellationToken.None);
            _running.Add(run);
            _ = run.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return run;
        }
    }

    /// <summary>Ends every process, closes the listener and removes what lies on disk, the files of stored outputs included.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
            running = [.. _running];
        }

        await _disposing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(false);
        _listener.Dispose();
        _store.Dispose();
        _disposing.Dispose();
    }

    private async Task<ExecutionOutcome> RunAsync(IExecutionHost host, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _disposing.Token);
        try
        {
            LocalJobSpec spec = LocalJobSpec.Read(host.Properties, host.NodeCount, host.ReadData);
            using IDisposable places = await EnterAsync(host, spec, either.Token).ConfigureAwait(false);
            using TrackingSession session = _listener.Open(host);
            var processes = new LocalRanks(host, options, time, _disposing.Token);
            return await new LocalJob(host, spec, options, _store, session).RunAsync(processes, inherited, either.Token).ConfigureAwait(false);
        }
        catch (LocalRunException e)
        {
            return LocalOutcomes.Impossible(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            return LocalOutcomes.MachineFault(e);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return LocalOutcomes.Stopped(_disposing.IsCancellationRequested ? StopReason.Disposed : host.StopReason);
        }
    }

    private Task<IDisposable> EnterAsync(IExecutionHost host, LocalJobSpec spec, CancellationToken stop)
    {
        Task<IDisposable> places = _slots.EnterAsync(spec.Distribution.ProcessCount, stop);
        if (!places.IsCompleted)
        {
            new LogPump(host, RankPlan.LogPath(spec.Distribution, 0), options.MaxLogBytes).Say(
                $"Local run: waits for other jobs on this machine to end (LocalProcessOptions.MaxConcurrency is {options.MaxConcurrency ?? Environment.ProcessorCount}).");
        }

        return places;
    }

    private void OnProcessExit(object? sender, EventArgs e) => DisposeAsync().AsTask().Wait(_patienceAtExit);

    private void Forget(Task run)
    {
        lock (_lock)
        {
            _running.Remove(run);
        }
    }
}
