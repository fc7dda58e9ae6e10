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
    private long _mlflowIds;
    private int _lastJob;

    public ServerlessEngine(InMemoryServerlessOptions options)
    {
        Settings = options;
        Workspace = new WorkspaceIdentity(options);
        DateTimeOffset start = options.Clock == InMemoryClock.Real ? options.HostTime.GetUtcNow() : options.StartTime;
        Pacemaker = new Pacemaker(options.Clock, start, options.HostTime);
        Time = new VirtualTimeProvider(Pacemaker);
        History = new HistoryLog(Pacemaker);
        Blobs = new BlobStore(Time);
        Files = new WorkspaceFiles(Workspace, Blobs, new SasSigner($"{options.Seed}"), Time);
        _blobService = new Lazy<BlobService>(() => new BlobService(Blobs, Files.Signer));
        MlflowStore = new MlflowStore(this, Time, () => Draw.Id(options.Seed, $"{Interlocked.Increment(ref _mlflowIds)}", "mlflow"));
        _mlflow = new Lazy<MlflowService>(() => new MlflowService(MlflowStore, Files.Artifacts));
        Assets = new AssetStore();
        Data = new JobData(this);
        Machines = new Machines(Pacemaker, Workspace, options);
        Executors = new ExecutorTable();
        Work = new RunWork(Pacemaker, Files, Executors) { NewExecution = job => new JobExecution(this, job), RegisterOutputs = Data.RegisterOutputs };
        var timings = new CommandTimings(options.Seed);
        Commands = new CommandLife(Pacemaker, timings, new ImageBuilds(Assets, timings), Machines, Work, History, Jobs);
        FrontDesk = new FrontDesk(this);
    }


    public InMemoryServerlessOptions Settings { get; }

    public WorkspaceIdentity Workspace { get; }

    public Pacemaker Pacemaker { get; }

    public TimeProvider Time { get; }

    public JobRegistry Jobs { get; } = new();

    public HistoryLog History { get; }

    public BlobStore Blobs { get; }

    public BlobService BlobService => _blobService.Value;

    public WorkspaceFiles Files { get; }

    public MlflowStore MlflowStore { get; }

    public MlflowService Mlflow => _mlflow.Value;

    public AssetStore Assets { get; }

    public JobData Data { get; }

    public Machines Machines { get; }

    public QuotaLedger Ledger => Machines.Ledger;

    public ExecutorTable Executors { get; }

    public RunWork Work { get; }

    public JobLife Commands { get; }

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
            return [.. Jobs.InOrder.Where(j => string.Equals(j.ExperimentName, experimentName, StringComparison.Ordinal)).Reverse().Select(JobView.Mlflow)];
        }
    }

    public void Changed(string runId)
    {
        lock (Pacemaker.Gate)
        {
            if (Jobs.TryGet(runId, out JobRecord? job))
            {
                job.Touch(Pacemaker.Instant());
            }
        }
    }

    /// <summary>Under the lock: the number of the job that comes next.</summary>
    public int NextJobNumber() => ++_lastJob;

    /// <summary>Under the lock: one text for all jobs of an experiment.</summary>
    public string Experiment(string name)
    {
        if (!_experiments.TryGetValue(name, out string? known))
        {
            _experiments.Add(known = name);
        }

        return known;
    }

    /// <summary>Changes what machines there are for whom, and lets waiting jobs feel it.</summary>
    public void Administrate(Action<Machines> change)
    {
        lock (Pacemaker.Gate)
        {
            change(Machines);
            Machines.Changed();
        }

        Pacemaker.Beat();
    }

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
