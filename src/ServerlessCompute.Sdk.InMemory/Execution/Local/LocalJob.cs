namespace ServerlessCompute;

/// <summary>One job's run on this machine: its folder, its processes, what they leave behind.</summary>
internal sealed class LocalJob(IExecutionHost host, LocalJobSpec spec, LocalProcessOptions options, LocalStore store, TrackingSession session, TimeProvider time)
{
    private const string SummaryLog = "system_logs/local_run.txt";

    private readonly List<LocalProcess> _processes = [];
    private LogPump? _mainLog;

    /// <summary>Why the stop token was cancelled.</summary>
    public required Func<StopReason> WhyStopped { get; init; }

    public async Task<ExecutionOutcome> RunAsync(IReadOnlyDictionary<string, string> inherited, CancellationToken stop)
    {
        using LocalFolder folder = store.CreateJobFolder(host.JobName);
        var collector = new OutputCollector(host, store, folder, Warn);
        IReadOnlyList<LocalRank> ranks = RankPlan.Make(spec.Distribution);
        try
        {
            LocalFolder.Write(folder.Code, host.CodeFiles);
            Dictionary<string, string> inputs = InputMaterializer.Materialize(host, spec.Inputs, folder);
            Dictionary<string, string> outputs = collector.Prepare(spec.Outputs);
            var launch = new ProcessLaunch(
                BashLocator.FindBash(inherited),
                BashLocator.FindShell(options.Shell, inherited),
                new CommandRenderer(inputs, outputs).Render(spec.Command),
                folder.Code,
                Variables(inherited, inputs, outputs));
            await StartAsync(launch, ranks, folder, stop);
            ExecutionOutcome outcome = await MeasureAsync(() => WaitAsync(stop));
            collector.Collect(spec.Outputs);
            return outcome;
        }
        finally
        {
            try
            {
                await EndAllAsync(TimeSpan.Zero);
            }
            finally
            {
                _processes.ForEach(static process => process.Dispose());
            }
        }
    }

    private Dictionary<string, string> Variables(IReadOnlyDictionary<string, string> inherited, Dictionary<string, string> inputs, Dictionary<string, string> outputs)
    {
        var variables = new Dictionary<string, string>(inherited, OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        LocalVariables.AddService(variables, host, session.Tracking);
        LocalVariables.AddData(variables, spec, inputs, outputs);
        foreach ((string name, string value) in spec.Variables)
        {
            variables[name] = value;
        }

        return variables;
    }

    private async Task StartAsync(ProcessLaunch launch, IReadOnlyList<LocalRank> ranks, LocalFolder folder, CancellationToken stop)
    {
        foreach (LocalRank rank in ranks)
        {
            if (stop.IsCancellationRequested)
            {
                return;
            }

            var log = new LogPump(host, rank.LogPath, options.MaxLogBytes);
            if (rank.Index == 0)
            {
                Introduce(log, folder);
            }

            var variables = new Dictionary<string, string>(launch.Variables, StringComparer.Ordinal);
            foreach ((string name, string value) in rank.Variables)
            {
                variables[name] = value;
            }

            _processes.Add(await LocalProcess.StartAsync(rank, log, launch with { Variables = variables }, time));
        }
    }

    private async Task<ExecutionOutcome> MeasureAsync(Func<Task<ExecutionOutcome>> wait)
    {
        long started = time.GetTimestamp();
        var memory = new MemoryWatch(_processes.Select(static process => process.Group).OfType<int>().ToHashSet(), time);
        using var over = new CancellationTokenSource();
        Task watching = memory.RunAsync(over.Token);
        try
        {
            return await wait();
        }
        finally
        {
            await over.CancelAsync();
            await watching;
            TimeSpan processorTime = _processes.Aggregate(TimeSpan.Zero, static (sum, process) => sum + process.ProcessorTime);
            var use = new ResourceUse(time.GetElapsedTime(started), processorTime, memory.Peak);
            new LogPump(host, SummaryLog, options.MaxLogBytes).Say(SizeAdvice.For(use, host.InstanceType, host.NodeCount, Environment.ProcessorCount));
        }
    }

    private void Introduce(LogPump log, LocalFolder folder)
    {
        _mainLog = log;
        log.Say($"Local run: {EnvironmentName()} is not used, the command runs with the programs of this machine{(options.KeepFolders ? $", in {folder.Path}" : "")}.");
        if (spec.Distribution.Kind == LocalDistributionKind.Ray)
        {
            log.Say("Local run: no Ray cluster is started; ray.init() without an address starts one on this machine.");
        }
    }

    private string EnvironmentName()
    {
        const string Marker = "/environments/";
        int at = spec.EnvironmentId?.LastIndexOf(Marker, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0 ? $"the environment '{spec.EnvironmentId![(at + Marker.Length)..]}'" : "the environment's image";
    }

    private void Warn(string message) => _mainLog?.Say("Local run: " + message);

    private async Task<ExecutionOutcome> WaitAsync(CancellationToken stop)
    {
        Task<LocalProcess?> work = WorkAsync();
        try
        {
            return await OutcomeAsync(await work.WaitAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await StopAsync(work);
        }
    }

    /// <summary>Waits until the work is done, and gives the first process that failed.</summary>
    private async Task<LocalProcess?> WorkAsync()
    {
        int working = _processes.Count(static process => !process.Rank.IsServer);
        await foreach (Task<LocalProcess> ended in Task.WhenEach(_processes.Select(EndedAsync)))
        {
            LocalProcess process = await ended;
            if (await process.Exit != 0)
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
            await process.Exit;
            return process;
        }
    }

    private async Task<ExecutionOutcome> OutcomeAsync(LocalProcess? failed)
    {
        await EndAllAsync(options.KillGracePeriod);
        if (failed is null)
        {
            return ExecutionOutcome.Success;
        }

        int exitCode = await failed.Exit;
        return ExecutionOutcome.Failure("UserError", ExitMessage.For(exitCode, _processes.Count > 1 ? failed.Rank.Title : null, failed.Log), exitCode);
    }

    private async Task<ExecutionOutcome> StopAsync(Task<LocalProcess?> work)
    {
        StopReason reason = WhyStopped();
        if (reason == StopReason.Preempted)
        {
            session.AnnounceEviction(time.GetUtcNow() + options.SpotNotice);
            await Task.WhenAny(work, Task.Delay(options.SpotNotice, time));
            if (work.IsCompletedSuccessfully && await work is null)
            {
                // It was done before its node was taken.
                return await OutcomeAsync(null);
            }
        }

        await EndAllAsync(reason == StopReason.Disposed ? TimeSpan.Zero : options.KillGracePeriod);
        return LocalOutcomes.Stopped(reason);
    }

    private Task EndAllAsync(TimeSpan grace) => Task.WhenAll(_processes.Select(process => process.EndAsync(grace)));
}
