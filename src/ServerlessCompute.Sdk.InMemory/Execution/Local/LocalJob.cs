using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>One job's run on this machine: its folder, its data, its processes, what they leave behind.</summary>
internal sealed class LocalJob(IExecutionHost host, LocalJobSpec spec, LocalProcessOptions options, LocalStore store, TrackingSession session)
{
    private const string SummaryLog = "system_logs/local_run.txt";

    /// <summary>Does the job's work on the processes that it is given.</summary>
    /// <exception cref="LocalRunException">The job cannot run here as it is.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before it began.</exception>
    public async Task<ExecutionOutcome> RunAsync(LocalRanks processes, IReadOnlyDictionary<string, string> inherited, CancellationToken stop)
    {
        using LocalFolder folder = store.CreateJobFolder(host.JobName);

        // Whatever happens, the processes are gone before their folder is.
        await using ConfiguredAsyncDisposable ending = processes.ConfigureAwait(false);
        IReadOnlyList<LocalRank> ranks = RankPlan.Make(spec.Distribution);
        LogPump[] logs = [.. ranks.Select(rank => new LogPump(host, rank.LogPath, options.MaxLogBytes))];
        var collector = new OutputCollector(host, store, folder, warning => logs[0].Say("Local run: " + warning));

        LocalFolder.Write(folder.Code, host.CodeFiles);
        Dictionary<string, string> inputs = InputMaterializer.Materialize(host, spec.Inputs, folder);
        Dictionary<string, string> outputs = collector.Prepare(spec.Outputs);
        var launch = new ProcessLaunch(
            BashLocator.FindBash(inherited),
            BashLocator.FindShell(options.Shell, inherited),
            spec.Parallel is { } parallel ? ParallelRunner.Prepare(folder, parallel, inputs, outputs, Workers(parallel)) : new CommandRenderer(inputs, outputs).Render(spec.Command),
            folder.Code,
            Variables(inherited, inputs, outputs));

        Introduce(logs[0], folder);
        await processes.StartAsync(ranks, logs, launch, stop).ConfigureAwait(false);
        (ExecutionOutcome outcome, ResourceUse use) = await processes.WaitAndMeasureAsync(stop).ConfigureAwait(false);
        collector.Collect(spec.Outputs);
        new LogPump(host, SummaryLog, options.MaxLogBytes).Say(SizeAdvice.For(use, host.InstanceType, host.NodeCount, Environment.ProcessorCount));
        return outcome;
    }

    /// <summary>As many as the step's nodes would work on at once, but no more than this machine has places for.</summary>
    private int Workers(LocalParallel parallel)
    {
        int places = options.MaxConcurrency ?? Environment.ProcessorCount;
        return Math.Clamp(parallel.Work.PerNode is { } perNode ? perNode * host.NodeCount : places, 1, places);
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

    private void Introduce(LogPump log, LocalFolder folder)
    {
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
        string name = at >= 0 ? spec.EnvironmentId![(at + Marker.Length)..] : "";

        // What the client made of an image or a conda file has a name that says nothing to people.
        return name.Length == 0 || name.StartsWith("CliV2Anonymous", StringComparison.Ordinal) ? "the environment's image" : $"the environment '{name}'";
    }
}
