using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <content>What training code says about its run.</content>
public sealed partial class TrainingRun
{
    // A process that ends must not wait for a service that is down.
    private static readonly TimeSpan _patienceAtExit = TimeSpan.FromSeconds(15);

    /// <summary>Logs a metric.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="value">Its value; may be NaN or infinite.</param>
    /// <param name="step">The step or epoch it belongs to; 0 by default.</param>
    public void LogMetric(string name, double value, long step = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Add(TrackingEntry.Metric(name, value, step, Now));
    }

    /// <summary>Logs several metrics of one moment.</summary>
    /// <param name="metrics">Names and values.</param>
    /// <param name="step">The step or epoch they belong to; 0 by default.</param>
    public void LogMetrics(IEnumerable<KeyValuePair<string, double>> metrics, long step = 0)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        long now = Now;
        foreach ((string name, double value) in metrics)
        {
            Add(TrackingEntry.Metric(name, value, step, now));
        }
    }

    /// <summary>Logs a parameter of the training. The service keeps the first value: a parameter cannot change.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value; numbers and dates are written independently of the machine's culture.</param>
    public void LogParameter(string name, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        Add(TrackingEntry.Parameter(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
    }

    /// <summary>Logs several parameters.</summary>
    /// <param name="parameters">Names and values.</param>
    public void LogParameters(IEnumerable<KeyValuePair<string, object>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach ((string name, object value) in parameters)
        {
            LogParameter(name, value);
        }
    }

    /// <summary>Sets a tag of the run.</summary>
    /// <param name="name">The tag's name.</param>
    /// <param name="value">Its value.</param>
    public void SetTag(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        Add(TrackingEntry.Tag(name, value));
    }

    /// <summary>Puts a file, or a folder with all files in it, among the run's artifacts.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="artifactPath">The folder among the artifacts; by default their root.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>A task that ends with the upload, also when it failed and was reported.</returns>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder.</exception>
    public async Task LogArtifactAsync(string path, string? artifactPath = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        if (!Path.Exists(full))
        {
            throw new FileNotFoundException($"There is no file or folder '{full}' to log as an artifact.", full);
        }

        // A folder's name stays, as MLflow's own client keeps it.
        string parent = Path.GetDirectoryName(full) ?? full;
        string[] files = Directory.Exists(full) ? Directory.GetFiles(full, "*", SearchOption.AllDirectories) : [full];
        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            string relative = Path.GetRelativePath(parent, file).Replace(Path.DirectorySeparatorChar, '/');
            await UploadAsync(Join(artifactPath, relative), () => File.OpenRead(file), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts a text among the run's artifacts.</summary>
    /// <param name="text">The text, written as UTF-8.</param>
    /// <param name="artifactFile">The path among the artifacts, for example <c>report/summary.txt</c>.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>A task that ends with the upload, also when it failed and was reported.</returns>
    public Task LogTextAsync(string text, string artifactFile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(artifactFile);
        return UploadAsync(Join(null, artifactFile), () => new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false), cancellationToken);
    }

    /// <summary>Waits until everything logged so far has been sent, or was given up on and reported.</summary>
    /// <param name="cancellationToken">Ends the wait, not the sending.</param>
    /// <returns>A task that ends when nothing waits any more.</returns>
    public Task FlushAsync(CancellationToken cancellationToken = default) => _queue?.FlushAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Waits until everything logged has been sent, and ends. What is logged afterwards is dropped, and reported once.</summary>
    /// <returns>A task that ends with it.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        await FlushAsync().ConfigureAwait(false);
        if (_eviction.IsValueCreated)
        {
            _eviction.Value?.Dispose();
        }

        _http?.Dispose();
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Add(in TrackingEntry entry)
    {
        if (CanLog())
        {
            _queue!.Add(entry);
        }
    }

    private bool CanLog()
    {
        if (_queue is null)
        {
            _notices.Once("outside", $"nothing is recorded: {_outside}. Run the code as a job, or set MLFLOW_TRACKING_URI and MLFLOW_RUN_ID to a run of an MLflow server.");
            return false;
        }

        if (_closed != 0)
        {
            _notices.Once("closed", "something was logged after the run was disposed, and is not recorded. Dispose it last.");
            return false;
        }

        return true;
    }

    private async Task UploadAsync(string path, Func<Stream> open, CancellationToken cancellationToken)
    {
        if (!CanLog())
        {
            return;
        }

        try
        {
            await _artifacts!.UploadAsync(path, open, cancellationToken).ConfigureAwait(false);
        }
        catch (TrackingException e)
        {
            _notices.Once($"artifact {e.Status}", $"the artifact '{path}' could not be uploaded: {e.Message} Training goes on; further losses of this kind are not reported.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            _notices.Once("artifact", $"the artifact '{path}' could not be uploaded: {e.Message} Training goes on.");
        }
    }

    private static string Join(string? folder, string file) =>
        string.IsNullOrEmpty(folder) ? file.TrimStart('/') : $"{folder.Replace('\\', '/').Trim('/')}/{file.TrimStart('/')}";

    // The one place that blocks: the process is about to be gone, and with it what was not sent.
    private void OnProcessExit(object? sender, EventArgs e) => FlushAsync().Wait(_patienceAtExit);
}
