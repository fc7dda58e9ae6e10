using System.Globalization;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Reads what run history and MLflow know of one job.</summary>
/// <param name="connection">The way to the workspace.</param>
/// <param name="jobName">The job.</param>
/// <param name="isPatient">Whether somebody watches or waits.</param>
internal sealed class RunReader(ServiceConnection connection, string jobName, bool isPatient = false)
{
    private const int HistoryPageSize = 25_000;

    /// <summary>How long a request may be held on purpose.</summary>
    private static readonly TimeSpan _longestHold = TimeSpan.FromHours(1);

    private readonly string _escapedName = Uri.EscapeDataString(jobName);

    /// <summary>Whether this may be a service that holds requests: the first that it answers at once tells.</summary>
    private bool _mayHold = true;

    /// <summary>The run's details now.</summary>
    public async Task<RunDetails> GetDetailsAsync(CancellationToken cancellationToken) =>
        (await LookAsync(null, null, cancellationToken).ConfigureAwait(false)).Details;

    /// <summary>
    /// The run's details when they are other than those of a revision. The wait is a request: a service that knows the header holds
    /// it and says so (<see cref="RunLook.WasHeld"/>); another one answers at once.
    /// </summary>
    /// <param name="prefer">The value of the <c>Prefer</c> header.</param>
    /// <param name="revision">The revision that was seen last.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<RunLook> LookAsync(string? prefer, long? revision, CancellationToken cancellationToken)
    {
        WorkspaceEndpoints endpoints = await connection.GetEndpointsAsync(cancellationToken, isPatient).ConfigureAwait(false);
        using HttpMessage message = connection.CreateMessage(RequestMethod.Get, new Uri($"{endpoints.RunHistory}/runs/{_escapedName}/details"), isPatient);
        if (prefer is not null)
        {
            message.Request.Headers.SetValue("Prefer", prefer);
            // A held request answers late on purpose; a connection that died answers never.
            message.NetworkTimeout = (connection.Options.Resilience.AttemptTimeout ?? connection.Options.Retry.NetworkTimeout) + (_mayHold ? _longestHold : TimeSpan.Zero);
        }

        if (revision is { } seen)
        {
            message.Request.Headers.SetValue("If-None-Match", string.Create(CultureInfo.InvariantCulture, $"\"{seen}\""));
        }

        Response response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        bool wasHeld = response.Headers.TryGetValue("Preference-Applied", out string? applied) && applied.Contains("wait", StringComparison.OrdinalIgnoreCase);
        _mayHold &= prefer is null || wasHeld;
        return new RunLook(RunDetails.Read(response.Content.ToMemory()), wasHeld);
    }

    /// <summary>The latest value of each metric.</summary>
    public async Task<IReadOnlyList<(string Metric, MetricPoint Latest)>> GetLatestMetricsAsync(CancellationToken cancellationToken)
    {
        Response? response = await GetMlflowAsync($"/runs/get?run_id={_escapedName}", cancellationToken).ConfigureAwait(false);
        return response is null ? [] : [.. TrackedRun.Read(response.Content.ToMemory().Span).Metrics.Select(metric => (metric.Key, Point(metric)))];
    }

    /// <summary>All values of a metric, in the order they were logged.</summary>
    public async Task<IReadOnlyList<MetricPoint>> GetMetricHistoryAsync(string metric, CancellationToken cancellationToken)
    {
        var points = new List<MetricPoint>();
        string? pageToken = null;
        do
        {
            string path = string.Create(
                CultureInfo.InvariantCulture,
                $"/metrics/get-history?run_id={_escapedName}&metric_key={Uri.EscapeDataString(metric)}&max_results={HistoryPageSize}");
            Response? response = await GetMlflowAsync(pageToken is null ? path : $"{path}&page_token={Uri.EscapeDataString(pageToken)}", cancellationToken).ConfigureAwait(false);
            if (response is null)
            {
                break;
            }

            TrackedMetricPage page = TrackedMetricPage.Read(response.Content.ToMemory().Span);
            points.AddRange(page.Metrics.Select(Point));
            pageToken = page.NextPageToken;
        }
        while (!string.IsNullOrEmpty(pageToken));
        return points;
    }

    private static MetricPoint Point(TrackedMetric metric) => new(metric.Value, metric.Step, metric.LoggedAt);

    /// <summary>Null when MLflow does not know the run, which is so until the job started.</summary>
    private async Task<Response?> GetMlflowAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        WorkspaceEndpoints endpoints = await connection.GetEndpointsAsync(cancellationToken, isPatient).ConfigureAwait(false);
        using HttpMessage message = connection.CreateMessage(RequestMethod.Get, new Uri(endpoints.Tracking + pathAndQuery), isPatient);
        try
        {
            return await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (ServerlessRequestException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
