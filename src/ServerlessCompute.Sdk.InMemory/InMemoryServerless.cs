using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Azure Machine Learning's serverless compute in memory: it answers the requests of clients as the service was recorded to, places jobs on
/// VM sizes within a quota, lets them live through their statuses, and keeps their logs, metrics and files. No account, no network.
/// </summary>
/// <remarks>
/// Thread-safe. Each service has its own clock and its own workspace, so tests run side by side. Disposal is optional: it ends what still
/// runs, which matters for local processes only.
/// </remarks>
/// <example>
/// <code>
/// var serverless = new InMemoryServerless();
/// serverless.OnCommand("train.py", ctx => ctx.LogMetric("accuracy", 0.97));
/// ServerlessComputeClient client = serverless.CreateClient();
/// </code>
/// </example>
public sealed partial class InMemoryServerless : IDisposable, IAsyncDisposable
{
    private readonly ServerlessEngine _engine;
    private IAsyncDisposable? _executorResources;
    private bool _disposed;

    /// <summary>A service with every default: virtual time, plenty of quota.</summary>
    public InMemoryServerless()
        : this(new InMemoryServerlessOptions())
    {
    }

    /// <summary>A service with options.</summary>
    /// <param name="options">How it behaves.</param>
    /// <exception cref="ArgumentException">A name is empty or could not stand in an address, or a quota is negative.</exception>
    public InMemoryServerless(InMemoryServerlessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _engine = new ServerlessEngine(options);
        Options = options;
        Transport = new InMemoryTransport(_engine.FrontDesk, options.Seed);
    }

    /// <summary>How it behaves.</summary>
    public InMemoryServerlessOptions Options { get; }

    /// <summary>
    /// What clients of the Azure SDK send their requests through instead of the network, whatever host they are for: set it in a client's
    /// options.
    /// </summary>
    public HttpPipelineTransport Transport { get; }

    /// <summary>The service's clock, for clients that wait themselves: a delay on it makes virtual time pass.</summary>
    public TimeProvider TimeProvider => _engine.Time;

    /// <summary>What the service's clock shows.</summary>
    public DateTimeOffset Now => _engine.Pacemaker.Now;

    /// <summary>The jobs that were sent, oldest first, as they are at this moment. What they made themselves is in their <see cref="InMemoryJob.Children"/>.</summary>
    public IReadOnlyList<InMemoryJob> Jobs
    {
        get
        {
            lock (_engine.Pacemaker.Gate)
            {
                return [.. _engine.Jobs.InOrder.Select(j => JobView.Of(_engine, j))];
            }
        }
    }

    /// <summary>The job of a name, a trial's or step's as well, as it is at this moment; <see langword="null"/> when there is none.</summary>
    /// <param name="jobName">The job's name.</param>
    public InMemoryJob? FindJob(string jobName)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobName);
        lock (_engine.Pacemaker.Gate)
        {
            return _engine.Jobs.TryGet(jobName, out JobRecord? job) ? JobView.Of(_engine, job) : null;
        }
    }

    /// <summary>Everything that happened so far. Equal seeds and equal requests give an equal history, letter by letter.</summary>
    public InMemoryHistory History => new(_engine.History.Read(), _engine.Recorder?.Read() is { } read ? new HistoryRecord(read.Entries, read.Steps, read.At) : null);

    internal ServerlessEngine Engine => _engine;

    /// <summary>Moves the clock on and lets everything happen that comes due on the way.</summary>
    /// <param name="time">How far.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="InvalidOperationException">A job's own delegate calls it.</exception>
    public void Advance(TimeSpan time) => _engine.Pacemaker.Push(time);

    /// <summary>Lets time pass until no job has anything left to do: each is over or waits for quota that nobody will free.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task RunUntilIdleAsync(CancellationToken cancellationToken = default) => _engine.Pacemaker.WhenIdleAsync(cancellationToken);

    /// <summary>Asks a job to stop, as its owner would. A job that is over stays as it is.</summary>
    /// <param name="jobName">The job's name.</param>
    /// <exception cref="ArgumentException">There is no job of that name.</exception>
    public void Cancel(string jobName)
    {
        _engine.Do(() =>
        {
            JobRecord job = Find(jobName);
            _engine.Recorder?.Add(RecordedVerbs.Cancel, jobName);
            job.Life.Stop(job, StopReason.Canceled);
        });
    }

    /// <summary>Makes a live job fail at once, whatever it is doing, as a machine that breaks would. A job that is over stays as it is.</summary>
    /// <param name="jobName">The job's name.</param>
    /// <param name="message">What the job's error shall say.</param>
    /// <param name="code">The error's code; the service says <c>UserError</c> for what users do wrong and <c>ServiceError</c> for its own faults.</param>
    /// <exception cref="ArgumentException">There is no job of that name.</exception>
    public void Fail(string jobName, string message, string code = "ServiceError")
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        _engine.Do(() =>
        {
            JobRecord job = Find(jobName);
            _engine.Recorder?.Add(RecordedVerbs.Fail, jobName, message, code);
            job.Life.Fail(job, new RunError(code, message));
        });
    }

    /// <summary>
    /// Why a job got its VM size, or none; why it waits, behind whom and since when; what would let it start sooner; what it costs. As data, and
    /// as text in <see cref="JobExplanation.ToString"/>.
    /// </summary>
    /// <param name="jobName">The job's name.</param>
    /// <exception cref="ArgumentException">There is no job of that name.</exception>
    public JobExplanation Explain(string jobName)
    {
        lock (_engine.Pacemaker.Gate)
        {
            return JobExplainer.Explain(_engine, Find(jobName));
        }
    }

    /// <summary>Asks everything that runs to stop, and ends what <c>UseLocalProcesses</c> started. Jobs that are over stay readable.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _engine.StopAll();
        if (_executorResources is { } resources)
        {
            await resources.DisposeAsync().ConfigureAwait(false);
        }

        _engine.Dispose();
    }

    /// <summary>Has somebody do the work of every job that no delegate matches.</summary>
    /// <param name="executor">Who does the work.</param>
    /// <param name="resources">What is disposed with the service: whatever the executor still runs.</param>
    internal void SetExecutor(IJobExecutor executor, IAsyncDisposable? resources)
    {
        _executorResources = resources;
        _engine.Executors.SetOthers(executor);
    }

    private JobRecord Find(string jobName)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobName);
        return _engine.Jobs.TryGet(jobName, out JobRecord? job)
            ? job
            : throw new ArgumentException($"There is no job '{jobName}' in this in-memory service. Its {_engine.Jobs.Count} job(s) are listed in Jobs.", nameof(jobName));
    }
}
