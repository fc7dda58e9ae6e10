namespace ServerlessCompute;

/// <summary>Does the work of command jobs for real: as processes of this machine, one for each rank.</summary>
/// <remarks>Thread-safe. Processes live in real time, whatever the engine's clock does, so everything about them is timed by <paramref name="time"/>.</remarks>
internal sealed class LocalProcessExecutor(LocalProcessOptions options, TimeProvider time, IReadOnlyDictionary<string, string> inherited) : IJobExecutor, IAsyncDisposable
{
    private readonly SlotQueue _slots = new(options.MaxConcurrency ?? Environment.ProcessorCount);
    private readonly LocalStore _store = new(options.WorkFolder, options.KeepFolders);
    private readonly MlflowListener _listener = new(time);
    private readonly CancellationTokenSource _disposing = new();
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];
    private bool _disposed;

    public LocalProcessExecutor(LocalProcessOptions options)
        : this(options, TimeProvider.System, LocalVariables.Inherited())
    {
    }

    public Task<ExecutionOutcome> ExecuteAsync(IExecutionHost host, CancellationToken stop)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
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
            running = [.. _running];
        }

        await _disposing.CancelAsync();
        await Task.WhenAll(running);
        _listener.Dispose();
        _store.Dispose();
        _disposing.Dispose();
    }

    private async Task<ExecutionOutcome> RunAsync(IExecutionHost host, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _disposing.Token);
        try
        {
            LocalJobSpec spec = LocalJobSpec.Read(host.Properties, host.NodeCount);
            using IDisposable places = await _slots.EnterAsync(spec.Distribution.ProcessCount, either.Token);
            using TrackingSession session = _listener.Open(host);
            var job = new LocalJob(host, spec, options, _store, session, time);
            return await job.RunAsync(inherited, either.Token);
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
            return LocalOutcomes.Stopped(host.StopReason);
        }
    }

    private void Forget(Task run)
    {
        lock (_lock)
        {
            _running.Remove(run);
        }
    }
}
