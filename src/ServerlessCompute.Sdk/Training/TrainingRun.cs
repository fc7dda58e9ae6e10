namespace ServerlessCompute;

/// <summary>The job that this process is part of, for training code in C#: what it logs, its inputs and outputs, its place among the ranks.</summary>
/// <remarks>
/// <para>Speaks MLflow's tracking REST to where <c>MLFLOW_TRACKING_URI</c> leads: the service, a local run, or any MLflow server. Logging returns
/// at once; a background task sends in order and in batches, and tries again when the service is busy or away. What cannot be sent is
/// reported once on standard error: tracking never ends a training.</para>
/// <para>Outside a job it does nothing, and says so once on standard error when something is logged.</para>
/// <para>Thread-safe. Everything logged is sent before the process ends; <see cref="FlushAsync"/> or disposal waits for it sooner.</para>
/// </remarks>
/// <example>
/// <code>
/// TrainingRun run = TrainingRun.Current;
/// string data = run.GetInput("data") ?? "iris.csv";
/// for (int epoch = 0; epoch &lt; 10; epoch++)
/// {
///     run.LogMetric("loss", Train(data), epoch);
/// }
///
/// await run.FlushAsync();
/// </code>
/// </example>
public sealed partial class TrainingRun : IAsyncDisposable
{
    // Made on first use: nobody else pays for it.
    private static readonly Lazy<TrainingRun> _current = new(static () => new TrainingRun(ProcessEnvironment.Current, null, TimeProvider.System, Console.Error));

    private static readonly Uri _azureEvents = new("http://169.254.169.254/metadata/scheduledevents?api-version=2020-07-01");

    private readonly ProcessEnvironment _environment;
    private readonly TimeProvider _time;
    private readonly TrainingNotices _notices;
    private readonly RankVariables _rank;
    private readonly HttpMessageInvoker? _http;
    private readonly TrackingQueue? _queue;
    private readonly ArtifactUploader? _artifacts;
    private readonly Lazy<EvictionWatch?> _eviction;
    private readonly string _outside = "";
    private int _closed;

    private TrainingRun(ProcessEnvironment environment, HttpMessageHandler? handler, TimeProvider time, TextWriter errors)
    {
        _environment = environment;
        _time = time;
        _notices = new TrainingNotices(errors);
        _rank = new RankVariables(environment);
        _eviction = new Lazy<EvictionWatch?>(() => Watch(handler));
        RunId = environment["MLFLOW_RUN_ID"] ?? environment["AZUREML_RUN_ID"];
        ExperimentName = environment["MLFLOW_EXPERIMENT_NAME"] ?? environment["AZUREML_ARM_PROJECT_NAME"];
        string? uri = environment["MLFLOW_TRACKING_URI"];
        if (RunId is null || !TrackingAddress.TryParse(uri, out TrackingAddress? address))
        {
            _outside = RunId is null ? "this process is not part of a job (MLFLOW_RUN_ID and AZUREML_RUN_ID are not set)"
                : uri is null ? "MLFLOW_TRACKING_URI is not set"
                : $"MLFLOW_TRACKING_URI is '{uri}', which is neither http(s):// nor a workspace's azureml://";
            return;
        }

        _http = new HttpMessageInvoker(handler ?? new SocketsHttpHandler(), disposeHandler: handler is null);
        var client = new TrackingClient(_http, address, RunId, environment["MLFLOW_TRACKING_TOKEN"] ?? environment["AZUREML_RUN_TOKEN"], time);
        _queue = new TrackingQueue(client, _notices);
        _artifacts = new ArtifactUploader(client);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>The run of this process, read from its environment variables when it is first asked for.</summary>
    public static TrainingRun Current => _current.Value;

    /// <summary>Whether this process is part of a job whose tracking service can be spoken to.</summary>
    public bool IsInsideJob => _queue is not null;

    /// <summary>The job's name, which is its run's id; null outside a job.</summary>
    public string? RunId { get; }

    /// <summary>The name of the job's experiment; null when it is not known.</summary>
    public string? ExperimentName { get; }

    /// <summary>This process's number among those of the job.</summary>
    /// <value>0 in a job of one process and outside a job.</value>
    public int Rank => _rank.Rank;

    /// <summary>The number of the job's processes.</summary>
    /// <value>1 in a job of one process and outside a job.</value>
    public int WorldSize => _rank.WorldSize;

    /// <summary>This process's number among those of its node, by which it picks its GPU.</summary>
    /// <value>0 in a job of one process and outside a job.</value>
    public int LocalRank => _rank.LocalRank;

    /// <summary>The number of this process's node among those of the job.</summary>
    /// <value>0 in a job of one node and outside a job.</value>
    public int NodeRank => _rank.NodeRank;

    /// <summary>Is cancelled when Azure announces that the job's Spot node will be taken, about 30 seconds before: time to save a checkpoint.</summary>
    /// <remarks>From the first use on, Azure's scheduled events are read once a second. An announcement that Azure withdraws cannot be taken back here. Outside a job it is never cancelled.</remarks>
    public CancellationToken Preempted => _eviction.Value?.Evicted ?? CancellationToken.None;

    /// <summary>An input of the job: the path of a file or folder, or a literal as text.</summary>
    /// <param name="name">The input's name in the job.</param>
    /// <returns>The value, or null when the job has no such input or this is no job.</returns>
    public string? GetInput(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Variable("AZURE_ML_INPUT_", name) ?? Variable("AZUREML_DATAREFERENCE_", name) ?? Variable("AZUREML_PARAMETER_", name);
    }

    /// <summary>The path of the file or folder to which an output of the job is written.</summary>
    /// <param name="name">The output's name in the job.</param>
    /// <returns>The path, or null when the job has no such output or this is no job.</returns>
    public string? GetOutput(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Variable("AZURE_ML_OUTPUT_", name) ?? Variable("AZUREML_DATAREFERENCE_", name);
    }

    /// <summary>
    /// A run that reads other variables and speaks through another handler than those of the process: for tests, and for hosts that run
    /// training code within themselves, as the in-memory service does.
    /// </summary>
    /// <param name="variables">The environment variables, in place of the process's.</param>
    /// <param name="handler">What sends requests; null for the network. It is not disposed.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="errors">Where what cannot be logged is reported; null for the process's standard error.</param>
    public static TrainingRun FromEnvironment(IReadOnlyDictionary<string, string> variables, HttpMessageHandler? handler = null, TimeProvider? time = null, TextWriter? errors = null) =>
        new(ProcessEnvironment.From(variables), handler, time ?? TimeProvider.System, errors ?? Console.Error);

    // Some launchers write names in capitals.
    private string? Variable(string prefix, string name) => _environment[prefix + name] ?? _environment[prefix + name.ToUpperInvariant()];

    private EvictionWatch? Watch(HttpMessageHandler? handler)
    {
        // Azure's own address is asked inside the service only: elsewhere it leads nowhere, or to somebody else.
        Uri? document = Uri.TryCreate(_environment["AZUREML_LOCAL_SCHEDULED_EVENTS"], UriKind.Absolute, out Uri? local) ? local
            : IsInsideJob && _environment["AZUREML_RUN_ID"] is not null ? _azureEvents
            : null;
        return document is null ? null : new EvictionWatch(new HttpMessageInvoker(handler ?? new SocketsHttpHandler { UseProxy = false }, disposeHandler: false), document, _time);
    }
}
