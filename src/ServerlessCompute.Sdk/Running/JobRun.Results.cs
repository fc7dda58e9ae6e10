using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <content>Logs, metrics and outputs.</content>
public partial class JobRun
{
    /// <summary>The lines of the job's logs as they are now. To follow a log that grows, watch the job.</summary>
    /// <param name="path">One log, for example <c>user_logs/std_log.txt</c>; null for all that the job's processes wrote.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async IAsyncEnumerable<string> ReadLogAsync(string? path = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        RunDetails details = await Reader.GetDetailsAsync(cancellationToken).ConfigureAwait(false);
        await foreach (string line in LinesAsync(path is null ? RunLogs.OfUser(details) : RunLogs.All(details).Where(log => log.Path == path), cancellationToken).ConfigureAwait(false))
        {
            yield return line;
        }
    }

    /// <summary>The lines that one process of a distributed job wrote, as they are now.</summary>
    /// <param name="rank">The process' rank, from 0 on.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async IAsyncEnumerable<string> ReadRankLogAsync(int rank, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        RunDetails details = await Reader.GetDetailsAsync(cancellationToken).ConfigureAwait(false);
        await foreach (string line in LinesAsync(RunLogs.OfUser(details).Where(log => (JobLogLine.RankOf(log.Path) ?? 0) == rank), cancellationToken).ConfigureAwait(false))
        {
            yield return line;
        }
    }

    /// <summary>Every value of every metric that the job logged, by the metric's name, in the order they were logged.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async Task<ValueMap<ValueList<MetricPoint>>> GetMetricsAsync(CancellationToken cancellationToken = default)
    {
        var series = new List<KeyValuePair<string, ValueList<MetricPoint>>>();
        foreach ((string metric, _) in await Reader.GetLatestMetricsAsync(cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<MetricPoint> points = await Reader.GetMetricHistoryAsync(metric, cancellationToken).ConfigureAwait(false);
            series.Add(new(metric, ValueList.Create<MetricPoint>([.. points])));
        }

        return ValueMap.From(series);
    }

    /// <summary>The job's outputs and where they are kept. The service knows them once the job has run.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task<ValueMap<JobOutput>> GetOutputsAsync(CancellationToken cancellationToken = default) =>
        OutputRequests.GetAsync(Connection, Name, cancellationToken);

    /// <summary>Downloads an output into a folder, which is made when it is not there.</summary>
    /// <param name="outputName">The output's name; <c>default</c> for the files that the job left in its <c>outputs</c> folder, with its logs.</param>
    /// <param name="folder">The folder. A single file comes into it under its own name.</param>
    /// <param name="progress">Told of each file; null for nobody.</param>
    /// <param name="cancellationToken">Ends the download. What is complete stays, and is not fetched again by a repeated call.</param>
    /// <returns>The files and where they are.</returns>
    /// <exception cref="ArgumentException">The job has no such output; the message names those it has.</exception>
    /// <exception cref="JobAssetException">The output names a file that would leave the folder.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task<DownloadedFiles> DownloadOutputAsync(
        string outputName,
        string folder,
        IProgress<DownloadProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(outputName);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return Tracing.RunAsync(
            SpanNames.Download,
            Connection.Workspace.WorkspaceName,
            async span =>
            {
                DownloadedFiles files = await OutputRequests.DownloadAsync(Connection, Name, outputName, folder, progress, cancellationToken).ConfigureAwait(false);
                span?.SetTag(SpanTags.JobName, Name).SetTag(SpanTags.Files, files.Files.Count).SetTag(SpanTags.Bytes, files.Bytes);
                return files;
            });
    }

    /// <summary>The files that the job left behind, page by page while they are read: its logs, its <c>outputs</c> folder, what it logged as artifacts.</summary>
    /// <param name="folder">A folder of them, for example <c>outputs</c>; null for all.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual IAsyncEnumerable<JobArtifact> GetArtifactsAsync(string? folder = null, CancellationToken cancellationToken = default) =>
        ArtifactRequests.ListAsync(Connection, Name, folder, cancellationToken);

    /// <summary>Downloads an artifact, or a folder of them, into a folder, which is made when it is not there.</summary>
    /// <param name="path">The artifact's path, <c>outputs/model.pkl</c>, or a folder's, <c>outputs/</c>.</param>
    /// <param name="folder">The folder. A single file comes into it under its own name.</param>
    /// <param name="progress">Told of each file; null for nobody.</param>
    /// <param name="cancellationToken">Ends the download. What is complete stays, and is not fetched again by a repeated call.</param>
    /// <returns>The files and where they are.</returns>
    /// <exception cref="JobAssetException">The storage refuses, a file's content arrives broken, or an artifact's name would leave the folder.</exception>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual Task<DownloadedFiles> DownloadArtifactsAsync(string path, string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return OutputDownloader.DownloadAsync(AssetContext.Of(Connection), OutputRequests.DefaultOutput(Name).Uri + path.TrimStart('/'), folder, progress, cancellationToken);
    }

    /// <summary>What the job, with all that it started, has cost so far.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such job.</exception>
    public virtual async Task<RunCost> GetCostAsync(CancellationToken cancellationToken = default)
    {
        RunDetails details = await Reader.GetDetailsAsync(cancellationToken).ConfigureAwait(false);
        return await new CostReader(Connection, Name).ReadAsync(details, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<string> LinesAsync(IEnumerable<(string Path, Uri Url)> logs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach ((_, Uri url) in logs)
        {
            var cursor = new LogCursor(Connection);
            while (await cursor.ReadAsync(url, lines, cancellationToken).ConfigureAwait(false))
            {
                foreach (string line in lines)
                {
                    yield return line;
                }

                lines.Clear();
            }

            cursor.Finish(lines);
            foreach (string line in lines)
            {
                yield return line;
            }

            lines.Clear();
        }
    }
}
