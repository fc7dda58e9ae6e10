namespace ServerlessCompute;

/// <summary>
/// The in-memory serverless service: its clock, its jobs, its machines and its files. It has one way in for requests,
/// <see cref="FrontDesk"/>; everything else of it is for tests and for whoever does the jobs' work.
/// </summary>
internal sealed class ServerlessEngine : IMlflowRuns, IDisposable
{
    private readonly HashSet<string> _experiments = new(StringComparer.Ordinal);
    private readonly Lazy<BlobService> _blobService;
    private readonly Lazy<MlflowService> _mlflow;
    private readonly object _turn = new();
    private readonly long _startedAt;
    private long _mlflowIds;

    public ServerlessEngine(InMemoryServerlessOptions options)
    {
        Settings = options;
        Workspace = new WorkspaceIdentity(options);
        DateTimeOffset start = options.Clock == InMemoryClock.Real ? options.HostTime.GetUtcNow() : options.StartTime;
        _startedAt = start.UtcTicks;
        Pacemaker = new Pacemaker(options.Clock, start, options.HostTime);
        Time = new VirtualTimeProvider(Pacemaker);
        Recorder = options.RecordRequests ? new Recorder(Pacemaker, _turn) : null;
        Faults = new FaultBook(this);
        History = new HistoryLog(Pacemaker);
        Blobs = new BlobStore(Time);
        Files = new WorkspaceFiles(Workspace, Blobs, new SasSigner($"{options.Seed}"), new SkewedTimeProvider(Time, () => Faults.ClockSkew));
        _blobService = new Lazy<BlobService>(() => new BlobService(Blobs, Files.Signer));
        MlflowStore = new MlflowStore(this, Time, () => Draw.Id(options.Seed, $"{Interlocked.Increment(ref _mlflowIds)}", "mlflow"));
        _mlflow = new Lazy<MlflowService>(() => new MlflowService(MlflowStore, Files.Artifacts));
        Assets = new AssetStore();
        Components = new ComponentCatalogue(Assets);
        Data = new JobData(this);
        Machines = new Machines(Pacemaker, Workspace, options) { NodeStarted = Faults.Nodes.Started };
        Utilization = new UtilizationLog(options.Seed);
        Executors = new ExecutorTable();
        Work = new RunWork(Pacemaker, Files, Executors)
        {
            NewExecution = job => new JobExecution(this, job),
            RegisterOutputs = Data.RegisterOutputs,
            LogMetric = LogScripted,
        };
        Timings = new CommandTimings(options.Seed);
        var images = new ImageBuilds(Assets, Timings, Faults);
        Commands = new CommandLife(Pacemaker, Timings, images, Machines, Work, History, Jobs);
        Lives = new LifeTable(
            this,
            new LifeTools(options.Seed, Pacemaker, History, Jobs, Work, Timings),
            Commands,
            new CommandLife(Pacemaker, Timings, images, Machines, Work, History, Jobs) { Type = ("Spark", RunKind.Spark) });
        Schedules = new ScheduleBook(Pacemaker);
        FrontDesk = new FrontDesk(this);
    }


    public InMemoryServerlessOptions Settings { get; }

    public WorkspaceIdentity Workspace { get; }

    public Pacemaker Pacemaker { get; }

    public TimeProvider Time { get; }

    /// <summary>How long the service is there, on its clock.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Pacemaker.NowTicks - _startedAt);

    public FaultBook Faults { get; }

    /// <summary>Writes down what comes from outside; null unless that is asked for.</summary>
    public Recorder? Recorder { get; }

    public JobRegistry Jobs { get; } = new();

    public HistoryLog History { get; }

    public BlobStore Blobs { get; }

    public BlobService BlobService => _blobService.Value;

    public WorkspaceFiles Files { get; }

    public MlflowStore MlflowStore { get; }

    public MlflowService Mlflow => _mlflow.Value;

    public AssetStore Assets { get; }

    public ComponentCatalogue Components { get; }

    public JobData Data { get; }

    public CommandTimings Timings { get; }

    public Machines Machines { get; }

    public QuotaLedger Ledger => Machines.Ledger;

    public UtilizationLog Utilization { get; }

    public ExecutorTable Executors { get; }

    public RunWork Work { get; }

    public JobLife Commands { get; }

    public LifeTable Lives { get; }

    public ScheduleBook Schedules { get; }

    public FrontDesk FrontDesk { get; }

    public IEnumerable<string> Experiments
    {
        get
        {
            lock (Pacemaker.Gate)
            {
                return [.. _experiments];
            }
        }
    }

    public MlflowRun? Find(string runId)
    {
        lock (Pacemaker.Gate)
        {
            return Jobs.TryGet(runId, out JobRecord? job) ? JobView.Mlflow(job) : null;
        }
    }

    public IEnumerable<MlflowRun> InExperiment(string experimentName)
    {
        lock (Pacemaker.Gate)
        {
            return [.. Jobs.All.Where(j => string.Equals(j.ExperimentName, experimentName, StringComparison.Ordinal)).OrderByDescending(static j => j.Number).Select(JobView.Mlflow)];
        }
    }

    public void Changed(string runId)
    {
        lock (Pacemaker.Gate)
        {
            if (Jobs.TryGet(runId, out JobRecord? job))
            {
                job.Touch(Pacemaker.Instant());
                if (job.Kin?.Parent is { } parent)
                {
                    parent.Life.ChildReported(parent, job);
                }
            }
        }
    }

    /// <summary>Under the lock: one text for all jobs of an experiment.</summary>
    public string Experiment(string name)
    {
        if (!_experiments.TryGetValue(name, out string? known))
        {
            _experiments.Add(known = name);
        }

        return known;
    }

    /// <summary>Does what somebody outside wants, under the lock and in turn with recorded requests.</summary>
    public void Do(Action action)
    {
        lock (_turn)
        {
            lock (Pacemaker.Gate)
            {
                action();
            }
        }

        Pacemaker.Beat();
    }

    /// <summary>Changes what machines there are for whom, and lets waiting jobs feel it.</summary>
    /// <param name="change">What is changed.</param>
    /// <param name="verb">The same for a record; none for what a request did, or a fault.</param>
    public void Administrate(Action<Machines> change, params IReadOnlyList<string> verb) => Do(() =>
    {
        if (verb.Count > 0)
        {
            Recorder?.Add(verb);
        }

        change(Machines);
        Machines.Changed();
    });

    /// <summary>With <see cref="InMemoryServerlessOptions.AdvanceOnRead"/>: a plain read of a live job moves the clock.</summary>
    public void AdvanceOnRead(string name)
    {
        if (Settings.AdvanceOnRead && Settings.Clock != InMemoryClock.Real)
        {
            bool live;
            lock (Pacemaker.Gate)
            {
                live = Jobs.TryGet(name, out JobRecord? job) && !job.IsOver;
            }

            if (live)
            {
                Pacemaker.PushToNextEvent();
            }
        }
    }

    /// <summary>The job as tests see it, as it is now.</summary>
    public InMemoryJob View(JobRecord job)
    {
        lock (Pacemaker.Gate)
        {
            return JobView.Of(this, job);
        }
    }

    /// <summary>A scripted run logs a metric. One of a name that nobody could log is not logged here either.</summary>
    private void LogScripted(JobRecord job, string name, double value, long step)
    {
        try
        {
            MlflowStore.LogMetric(job.Name, name, value, step);
        }
        catch (MlflowException)
        {
            // The body's own mistake; a real run would have failed to log it as well.
        }
    }

    /// <summary>The children of a job as tests see them, as they are now.</summary>
    public IReadOnlyList<InMemoryJob> ViewChildren(JobRecord job)
    {
        lock (Pacemaker.Gate)
        {
            return [.. (job.Kin?.Children ?? []).Select(c => JobView.Of(this, c))];
        }
    }

    public InMemoryJob? ViewBestChild(JobRecord job)
    {
        lock (Pacemaker.Gate)
        {
            JobRecord? best = job.Kin?.State switch
            {
                SweepState sweep => sweep.Best?.Job,
                AutoMlState automl => automl.Best?.Job,
                _ => null,
            };
            return best is null ? null : JobView.Of(this, best);
        }
    }

    public IReadOnlyList<UtilizationSample> ReadUtilization(JobRecord job)
    {
        lock (Pacemaker.Gate)
        {
            return Utilization.Read(job, Pacemaker.Instant());
        }
    }

    /// <summary>Asks every live job to stop, because the service goes away.</summary>
    public void StopAll()
    {
        lock (Pacemaker.Gate)
        {
            foreach (JobRecord job in Jobs.InOrder.Where(static j => !j.IsOver))
            {
                job.Life.Stop(job, StopReason.Disposed);
            }
        }

        Pacemaker.Beat();
    }

    public void Dispose() => Blobs.Dispose();
}
