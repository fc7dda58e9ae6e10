using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a C# delegate has that does a job's work in place of its command: see <see cref="InMemoryServerless.OnCommand(string, Func{CommandContext, Task})"/>.</summary>
/// <remarks>
/// Thread-safe. A delegate that awaits nothing but members of its context repeats itself exactly and takes no real time; while it awaits
/// anything else, the service's time passes as on the wall. What it throws makes the job fail with that message.
/// </remarks>
public sealed class CommandContext
{
    private readonly JobExecution _execution;
    private TrainingRun? _training;

    internal CommandContext(JobExecution execution, CancellationToken stop)
    {
        _execution = execution;
        CancellationToken = stop;
        Inputs = ReadInputs(execution.Properties);
        string command = execution.Properties.TryGetProperty("command", out JsonElement sent) ? sent.GetString() ?? "" : "";
        Command = CommandTemplate.Render(command, Value);
#pragma warning disable CA5394 // For simulated training, where repeating is the point.
        Random = new Random((int)Draw.Bits(execution.Seed, execution.JobName, "delegate"));
#pragma warning restore CA5394
    }

    /// <summary>The job's name.</summary>
    public string JobName => _execution.JobName;

    /// <summary>The name of the sweep, pipeline or other job that this one is a child of; <see langword="null"/> for a job on its own.</summary>
    public string? ParentName => _execution.ParentName;

    /// <summary>The name of the pipeline's step that this job is; <see langword="null"/> for any other job.</summary>
    public string? StepName => (_execution.Role as StepRole)?.Node.Name;

    /// <summary>Of a sweep's trial the parameters that were drawn for it, as its command has them; empty for any other job.</summary>
    public IReadOnlyDictionary<string, string> TrialParameters => JobView.TrialParameters(_execution.Role);

    /// <summary>The job's experiment.</summary>
    public string ExperimentName => _execution.ExperimentName;

    /// <summary>The command with the values of its inputs filled in.</summary>
    public string Command { get; }

    /// <summary>The inputs by name: a literal's text, or the URI of data.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; }

    /// <summary>The VM size that the job got.</summary>
    public string InstanceType => _execution.InstanceType;

    /// <summary>How many machines the job got.</summary>
    public int NodeCount => _execution.NodeCount;

    /// <summary>The service's clock.</summary>
    public DateTimeOffset Now => _execution.Time.GetUtcNow();

    /// <summary>Chance that repeats itself: it depends on the service's seed and the job's name alone.</summary>
    public Random Random { get; }

    /// <summary>Cancelled when the job shall stop: somebody cancelled it, its time limit came, or the service is disposed.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Cancelled when one of the job's Spot machines got notice that it will be taken: about 30 seconds to save a checkpoint.</summary>
    public CancellationToken Preempted => _execution.Preempted;

    /// <summary>When a Spot machine of the job will be taken; <see langword="null"/> when none has notice, or the notice was withdrawn.</summary>
    public DateTimeOffset? EvictionAt => _execution.EvictionAt;

    /// <summary>
    /// The run as training code sees it from inside a job, so that code written for the cloud can be called from here as it is: it logs to
    /// this job, knows its inputs, and sees the notice of an eviction. What it logs is sent when the delegate is over, if not before.
    /// </summary>
    public TrainingRun TrainingRun => _training ??= TrainingRun.FromEnvironment(_execution.Variables(Inputs), new DelegateHandler(_execution), _execution.Time, TextWriter.Null);

    /// <summary>Writes a line to the job's log, <c>user_logs/std_log.txt</c>.</summary>
    /// <param name="line">The line without its end.</param>
    public void Log(string line) => _execution.AppendLog(RunLogNames.Standard, Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Logs a value of a metric, as MLflow's <c>log_metric</c> does.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="value">The value.</param>
    /// <param name="step">The step that it belongs to.</param>
    public void LogMetric(string name, double value, long step = 0) => _execution.LogMetric(name, value, step);

    /// <summary>Says how busy the job's machines are from now on, in percent; <see cref="InMemoryJob.Utilization"/> reads it back.</summary>
    /// <param name="cpuPercent">The processors' share.</param>
    /// <param name="memoryPercent">The memory's share.</param>
    /// <param name="gpuPercent">The GPUs' share, where there are any.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not between 0 and 100.</exception>
    public void ReportUtilization(double cpuPercent, double memoryPercent = 0, double? gpuPercent = null)
    {
        CheckPercent(cpuPercent);
        CheckPercent(memoryPercent);
        CheckPercent(gpuPercent ?? 0);
        _execution.ReportUtilization(cpuPercent, memoryPercent, gpuPercent);

        static void CheckPercent(double value)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
        }
    }

    /// <summary>Writes a file into a named output.</summary>
    /// <param name="output">The output's name in the job.</param>
    /// <param name="path">The path within the output, with '/' between folders; empty for an output that is a single file.</param>
    /// <param name="text">The content, written as UTF-8.</param>
    /// <exception cref="InvalidOperationException">The output goes to a place that the in-memory service does not hold.</exception>
    public void WriteOutput(string output, string path, string text) => WriteOutput(output, path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file into a named output.</summary>
    /// <param name="output">The output's name in the job.</param>
    /// <param name="path">The path within the output, with '/' between folders; empty for an output that is a single file.</param>
    /// <param name="content">The content; it is copied.</param>
    /// <exception cref="InvalidOperationException">The output goes to a place that the in-memory service does not hold.</exception>
    public void WriteOutput(string output, string path, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(output);
        ArgumentNullException.ThrowIfNull(path);
        _execution.StoreOutput(output, path, BlobContent.FromBytes(content.ToArray()));
    }

    /// <summary>Writes a file among the run's artifacts, for example <c>outputs/report.txt</c>.</summary>
    /// <param name="path">The path, with '/' between folders.</param>
    /// <param name="text">The content, written as UTF-8.</param>
    public void WriteArtifact(string path, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _execution.StoreArtifact(path, BlobContent.FromBytes(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Reads the files behind a URI, such as the value of an input, as far as the service holds them: path and text.</summary>
    /// <param name="uri">A datastore path or the id of a data asset.</param>
    public IReadOnlyDictionary<string, string> ReadData(string uri)
    {
        ArgumentException.ThrowIfNullOrEmpty(uri);
        return _execution.ReadData(uri).ToDictionary(static f => f.RelativePath, static f => Encoding.UTF8.GetString(f.Content.Read(0, int.MaxValue).Span), StringComparer.Ordinal);
    }

    /// <summary>Waits on the service's clock: hours take no real time.</summary>
    /// <param name="time">How long.</param>
    /// <returns>A task that is cancelled when the job shall stop.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Task DelayAsync(TimeSpan time) => _execution.DelayAsync(time);

    /// <summary>Makes the job fail. Nothing behind the call is run.</summary>
    /// <param name="message">What the job's error shall say.</param>
    /// <param name="code">The error's code: <c>UserError</c> for what a script does wrong, <c>PreemptionError</c> for Spot nodes that were taken.</param>
    /// <exception cref="InvalidOperationException">Always: that is how it ends the delegate.</exception>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
#pragma warning disable CA1822 // It is the context's verb, read as such: ctx.Fail("…").
    public void Fail(string message, string code = "UserError") => throw new CommandFailedException(code, message);
#pragma warning restore CA1822

    /// <summary>The delegate is over: sends what is still on its way.</summary>
    internal async ValueTask CloseAsync()
    {
        if (_training is { } training)
        {
            await training.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Dictionary<string, string> ReadInputs(JsonElement properties)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (properties.TryGetProperty("inputs", out JsonElement sent) && sent.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty input in sent.EnumerateObject())
            {
                if (input.Value.ValueKind == JsonValueKind.Object
                    && (input.Value.TryGetProperty("value", out JsonElement value) || input.Value.TryGetProperty("uri", out value)))
                {
                    inputs[input.Name] = value.ToString();
                }
            }
        }

        return inputs;
    }

    private string? Value(string hole) => hole.Split('.', 2) switch
    {
        ["inputs", var name] => Inputs.GetValueOrDefault(name),
        ["outputs", var name] => _execution.OutputUri(name),
        _ => null,
    };
}
