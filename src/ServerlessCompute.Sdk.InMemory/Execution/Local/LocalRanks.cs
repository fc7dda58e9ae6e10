namespace ServerlessCompute;

/// <summary>The processes of one job: started together, waited for together, ended together.</summary>
/// <param name="host">The job.</param>
/// <param name="options">How local processes run.</param>
/// <param name="time">The clock on the wall.</param>
/// <param name="disposing">Is cancelled when the service goes: then nothing is waited for.</param>
internal sealed class LocalRanks(IExecutionHost host, LocalProcessOptions options, TimeProvider time, CancellationToken disposing) : IAsyncDisposable
{
    private readonly List<LocalProcess> _processes = [];
    private long _started;

    /// <summary>Starts a process in each log's name.</summary>
    /// <exception cref="OperationCanceledException">The job was stopped meanwhile.</exception>
    public async Task StartAsync(IReadOnlyList<LocalRank> ranks, IReadOnlyList<LogPump> logs, ProcessLaunch launch, CancellationToken stop)
    {
        _started = time.GetTimestamp();
        foreach ((LocalRank rank, LogPump log) in ranks.Zip(logs))
        {
            stop.ThrowIfCancellationRequested();
            var variables = new Dictionary<string, string>(launch.Variables, StringComparer.Ordinal);
            foreach ((string name, string value) in rank.Variables)
            {
                variables[name] = value;
            }

            _processes.Add(await LocalProcess.StartAsync(rank, log, launch with { Variables = variables }, time).ConfigureAwait(false));
        }
    }

    /// <summary>Waits until the work is done, a process fails, or the job is stopped; then ends what is left.</summary>
    public async Task<ExecutionOutcome> WaitAsync(CancellationToken stop)
    {
        Task<LocalProcess?> work = WorkAsync();
        try
        {
            return await OutcomeAsync(await work.WaitAsync(stop).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await StopAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Waits as <see cref="WaitAsync"/> does, and looks what the processes take of the machine.</summary>
    public async Task<(ExecutionOutcome Outcome, ResourceUse Use)> WaitAndMeasureAsync(CancellationToken stop)
    {
        var memory = new MemoryWatch(_processes.Select(static process => process.Group).OfType<int>().ToHashSet(), time);
        using var over = new CancellationTokenSource();
        Task watching = memory.RunAsync(over.Token);
        try
        {
            ExecutionOutcome outcome = await WaitAsync(stop).ConfigureAwait(false);
            TimeSpan processorTime = _processes.Aggregate(TimeSpan.Zero, static (sum, process) => sum + process.ProcessorTime);
            return (outcome, new ResourceUse(time.GetElapsedTime(_started), processorTime, memory.Peak));
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
        }
    }

    /// <summary>Ends what still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await EndAllAsync(TimeSpan.Zero).ConfigureAwait(false);
        }
        finally
        {
            _processes.ForEach(static process => process.Dispose());
        }
    }

    // The first process that failed, or null when all have done their work.
    private async Task<LocalProcess?> WorkAsync()
    {
        int working = _processes.Count(static process => !process.Rank.IsServer);
        await foreach (Task<LocalProcess> ended in Task.WhenEach(_processes.Select(EndedAsync)).ConfigureAwait(false))
        {
            LocalProcess process = await ended.ConfigureAwait(false);
            if (await process.Exit.ConfigureAwait(false) != 0)
            {
                return process;
            }

            if (!process.Rank.IsServer && --working == 0)
            {
                break;
            }
        }

        return null;

        static async Task<LocalProcess> EndedAsync(LocalProcess process)
        {
            await process.Exit.ConfigureAwait(false);
            return process;
        }
    }

    private async Task<ExecutionOutcome> OutcomeAsync(LocalProcess? failed)
    {
        await EndAllAsync(options.KillGracePeriod).ConfigureAwait(false);
        if (failed is null)
        {
            return ExecutionOutcome.Success;
        }

        int exitCode = await failed.Exit.ConfigureAwait(false);
        return ExecutionOutcome.Failure("UserError", ExitMessage.For(exitCode, _processes.Count > 1 ? failed.Rank.Title : null, failed.Log), exitCode);
    }

    private async Task<ExecutionOutcome> StopAsync()
    {
        // A node that is taken had its notice before; it asks nobody.
        await EndAllAsync(host.StopReason == StopReason.Preempted ? TimeSpan.Zero : options.KillGracePeriod).ConfigureAwait(false);
        return LocalOutcomes.Stopped(disposing.IsCancellationRequested ? StopReason.Disposed : host.StopReason);
    }

    private Task EndAllAsync(TimeSpan grace) => Task.WhenAll(_processes.Select(process => process.EndAsync(grace, disposing)));
}
