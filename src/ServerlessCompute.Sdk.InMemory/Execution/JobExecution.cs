using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A job's work while somebody does it. Three states: it runs inside a beat of the clock (no time passes), it waits for the engine's
/// clock (time may skip), or it awaits something of the host (time passes as on the wall). A delegate that awaits nothing but its context
/// therefore runs inline and repeats itself exactly.
/// </summary>
#pragma warning disable CA1001 // The token's source holds nothing but callbacks, and a stop may come at any time: it is left to the collector.
internal sealed class JobExecution(ServerlessEngine engine, JobRecord job) : IExecutionHost
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ExecutionDelay> _delays = [];
    private readonly Lazy<JsonElement> _properties = new(() => JsonElement.Parse(job.Body));
    private readonly CancellationTokenSource _preempted = new();
    private long _evictionAt;
    private bool _inline;
    private bool _onHost;
    private bool _done;

    public string JobName => job.Name;

    public string ExperimentName => job.ExperimentName;

    public string SubscriptionId => engine.Workspace.SubscriptionId;

    public string ResourceGroup => engine.Workspace.ResourceGroup;

    public string WorkspaceName => engine.Workspace.Name;

    public string Region => engine.Workspace.Region;

    public JsonElement Properties => _properties.Value;

    public string InstanceType => job.Size!.Name;

    public int NodeCount => job.NodeCount;

    public TimeProvider Time => engine.Time;

    public StopReason StopReason => job.StopReason;

    public DateTimeOffset? EvictionAt => Volatile.Read(ref _evictionAt) is > 0 and var at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    /// <summary>Cancelled with the first notice that a node will be taken.</summary>
    public CancellationToken Preempted => _preempted.Token;

    public IReadOnlyList<StoredFile> CodeFiles => engine.Data.CodeFiles(job);

    public MlflowService Mlflow => engine.Mlflow;

    public int Seed => engine.Settings.Seed;

    public ChildRole? Role => job.Kin?.Role;

    public string? ParentName => job.Kin?.Parent?.Name;

    /// <summary>How many mini-batches a parallel step works on at once.</summary>
    public int Lanes(ParallelWork work) => job.NodeCount * (work.PerNode ?? (job.Size!.Gpus > 0 ? 1 : job.Size.VCpus));

    /// <summary>An effect: finds who does the work and lets him begin.</summary>
    public void Start()
    {
        IJobExecutor? executor;
        try
        {
            executor = engine.Executors.Find(() => engine.View(job), job.Kin?.Role?.HasCommand ?? job.Life.JobType is "Command" or "Spark");
        }
#pragma warning disable CA1031 // A predicate of the user's that throws is the job's failure, not the engine's.
        catch (Exception e)
#pragma warning restore CA1031
        {
            executor = new ThrowingExecutor(e);
        }

        if (executor is null)
        {
            lock (Gate)
            {
                if (job.StopReason == StopReason.None)
                {
                    job.Life.RunScripted(job);
                }
                else
                {
                    job.Life.WorkDone(job, ExecutionOutcome.Success);
                }
            }

            return;
        }

        RunInline(() => _ = ObserveAsync(executor));
    }

    /// <summary>An effect: the job shall stop; <see cref="JobRecord.StopReason"/> says why.</summary>
    public void Stop() => RunInline(() =>
    {
        ExecutionDelay[] delays;
        lock (Gate)
        {
            delays = [.. _delays];
            _delays.Clear();
            foreach (ExecutionDelay delay in delays)
            {
                engine.Pacemaker.Cancel(delay.Appointment);
            }
        }

        Cancel(_stop);
        foreach (ExecutionDelay delay in delays)
        {
            delay.Cancel(_stop.Token);
        }
    });

    /// <summary>Under the lock: a node of the job will be taken at that time, or (null) will not be after all.</summary>
    public void Notice(long? takenAt)
    {
        Volatile.Write(ref _evictionAt, takenAt ?? 0);
        if (takenAt is not null)
        {
            engine.Pacemaker.AddEffect(() => RunInline(Announce));
        }
    }

    /// <summary>Waits on the engine's clock.</summary>
    public Task DelayAsync(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var delay = new ExecutionDelay(this, job.Name);
        lock (Gate)
        {
            if (_stop.IsCancellationRequested || job.StopReason != StopReason.None)
            {
                return Task.FromCanceled(new CancellationToken(canceled: true));
            }

            delay.Appointment = engine.Pacemaker.Schedule(engine.Pacemaker.Instant() + time.Ticks, delay, stage: 0, isWork: true);
            _delays.Add(delay);
            if (!_onHost)
            {
                return delay.Task;
            }

            SetOnHost(false);
        }

        engine.Pacemaker.BeatLater();
        return delay.Task;
    }

    /// <summary>Under the lock: a delay is over.</summary>
    public void Resume(ExecutionDelay delay)
    {
        _delays.Remove(delay);
        engine.Pacemaker.AddEffect(() => RunInline(delay.Complete));
    }

    public void AppendLog(string path, ReadOnlySpan<byte> utf8) => engine.Work.Append(job, path, utf8);

    public IReadOnlyList<StoredFile> ReadData(string uri) => engine.Data.Read(uri);

    public void StoreOutput(string outputName, string relativePath, BlobContent content) => engine.Data.StoreOutput(job, outputName, relativePath, content);

    public void StoreArtifact(string path, BlobContent content)
    {
        engine.Files.Artifacts.Put(WorkspaceFiles.ArtifactPath(job.Name, path), content);
        engine.Changed(job.Name);
    }

    public void LogMetric(string name, double value, long step) => engine.MlflowStore.LogMetric(job.Name, name, value, step);

    public void ReportUtilization(double cpu, double memory, double? gpu)
    {
        lock (Gate)
        {
            engine.Utilization.Note(job, engine.Pacemaker.Instant(), cpu, memory, gpu);
        }
    }

    /// <summary>Keeps the rows that a parallel step's mini-batches returned: in the output's file, or in the file of that name in the output's folder.</summary>
    public void StoreRows(string output, IEnumerable<string> rows)
    {
        bool isFile = JsonScan.IsText(JsonScan.Value(JsonScan.Value(JsonScan.Value(job.Body, "outputs"u8), System.Text.Encoding.UTF8.GetBytes(output)), "jobOutputType"u8), "uri_file");
        StoreOutput(output, isFile ? "" : "parallel_run_step.txt", BlobContent.FromBytes(System.Text.Encoding.UTF8.GetBytes(string.Concat(rows.Select(static r => r + "\n")))));
    }

    /// <summary>What training code reads in a job, for code that runs within this process.</summary>
    public Dictionary<string, string> Variables(IReadOnlyDictionary<string, string> inputs)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AZUREML_RUN_ID"] = JobName,
            ["MLFLOW_RUN_ID"] = JobName,
            ["MLFLOW_TRACKING_URI"] = DelegateHandler.Address,
            ["MLFLOW_EXPERIMENT_NAME"] = ExperimentName,
            ["AZUREML_LOCAL_SCHEDULED_EVENTS"] = DelegateHandler.Events,
            ["AZUREML_NODE_COUNT"] = NodeCount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        foreach ((string name, string value) in inputs)
        {
            variables["AZURE_ML_INPUT_" + name] = value;
        }

        return variables;
    }

    /// <summary>Where a named output goes, or null for one that the job does not have.</summary>
    public string? OutputUri(string name) => JobData.OutputUri(job, name);

    private object Gate => engine.Pacemaker.Gate;

    private void Announce() => Cancel(_preempted);

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // Callbacks that the delegate hung on its token are its own affair.
        }
    }

    /// <summary>Runs users' code on this thread, without its synchronization context, until it ends or awaits something.</summary>
    private void RunInline(Action action)
    {
        lock (Gate)
        {
            _inline = true;
            SetOnHost(false);
        }

        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
            lock (Gate)
            {
                _inline = false;
                SetOnHost(!_done && _delays.Count == 0);
            }
        }
    }

    private void SetOnHost(bool onHost)
    {
        if (onHost != _onHost)
        {
            _onHost = onHost;
            if (onHost)
            {
                engine.Pacemaker.EnterHostWork();
            }
            else
            {
                engine.Pacemaker.LeaveHostWork();
            }
        }
    }

    private async Task ObserveAsync(IJobExecutor executor)
    {
        ExecutionOutcome outcome;
        try
        {
            outcome = await executor.ExecuteAsync(this, _stop.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a job's work throws is the job's failure.
        catch (Exception e)
#pragma warning restore CA1031
        {
            outcome = ExecutionOutcome.Failure((e as CommandFailedException)?.Code ?? "UserError", e.Message);
        }

        lock (Gate)
        {
            _done = true;
            if (!_inline)
            {
                SetOnHost(false);
            }

            job.Life.WorkDone(job, outcome);
        }

        engine.Pacemaker.Beat();
    }

    private sealed class ThrowingExecutor(Exception exception) : IJobExecutor
    {
        public Task<ExecutionOutcome> ExecuteAsync(IExecutionHost host, CancellationToken stop) => Task.FromException<ExecutionOutcome>(exception);
    }
}
