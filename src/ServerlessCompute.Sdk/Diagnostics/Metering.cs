using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ServerlessCompute;

/// <summary>What is counted and measured, for all clients of the process; a tag names the workspace.</summary>
internal static class Metering
{
    private static readonly Meter _meter = new(ServerlessComputeTelemetry.MeterName, typeof(Metering).Assembly.GetName().Version?.ToString(3));

    private static readonly Counter<long> _submissions = _meter.CreateCounter<long>("serverless_compute.submissions", "{job}", "Jobs that were submitted, or failed to be.");

    private static readonly Histogram<double> _submitDuration = _meter.CreateHistogram<double>("serverless_compute.submit.duration", "s", "From the call to the service's answer, with plan and uploads.");

    private static readonly Counter<long> _completions = _meter.CreateCounter<long>("serverless_compute.completions", "{job}", "Jobs that were seen to end.");

    private static readonly Histogram<double> _queueDuration = _meter.CreateHistogram<double>("serverless_compute.job.queue.duration", "s", "From a job's submission to its start.");

    private static readonly Histogram<double> _runDuration = _meter.CreateHistogram<double>("serverless_compute.job.run.duration", "s", "From a job's start to its end.");

    private static readonly Counter<long> _retries = _meter.CreateCounter<long>("serverless_compute.retries", "{request}", "Requests that were repeated.");

    private static readonly Histogram<double> _throttled = _meter.CreateHistogram<double>("serverless_compute.throttled.duration", "s", "Waits that the service asked for.");

    private static readonly Counter<long> _uploaded = _meter.CreateCounter<long>("serverless_compute.uploaded", "By", "Bytes of code and data that were uploaded.");

    private static readonly Counter<long> _downloaded = _meter.CreateCounter<long>("serverless_compute.downloaded", "By", "Bytes of outputs that were downloaded.");

    private static readonly UpDownCounter<long> _watchers = _meter.CreateUpDownCounter<long>("serverless_compute.watchers", "{watcher}", "Watches and waits that are going on.");

    private static readonly Counter<long> _circuitsOpened = _meter.CreateCounter<long>("serverless_compute.circuit.opened", "{break}", "Times at which no request was sent for a while, since all failed.");

    public static bool CountsCompletions => _completions.Enabled || _queueDuration.Enabled || _runDuration.Enabled;

    public static void Submitted(string workspace, string jobType, TimeSpan duration, string? errorType)
    {
        if (_submissions.Enabled || _submitDuration.Enabled)
        {
            TagList tags = Tags(workspace, KeyValuePair.Create(SpanTags.JobType, (object?)jobType));
            if (errorType is not null)
            {
                tags.Add(SpanTags.ErrorType, errorType);
            }

            _submissions.Add(1, tags);
            _submitDuration.Record(duration.TotalSeconds, tags);
        }
    }

    public static void Completed(string workspace, string status, TimeSpan? queued, TimeSpan? ran)
    {
        TagList tags = Tags(workspace, KeyValuePair.Create(SpanTags.JobStatus, (object?)status));
        _completions.Add(1, tags);
        if (queued is { } wait)
        {
            _queueDuration.Record(wait.TotalSeconds, tags);
        }

        if (ran is { } run)
        {
            _runDuration.Record(run.TotalSeconds, tags);
        }
    }

    /// <param name="workspace">The workspace's name.</param>
    /// <param name="reason">A status of HTTP, or the kind of error.</param>
    public static void Retried(string workspace, string reason)
    {
        if (_retries.Enabled)
        {
            _retries.Add(1, Tags(workspace, KeyValuePair.Create(SpanTags.Reason, (object?)reason)));
        }
    }

    public static void Throttled(string workspace, TimeSpan wait)
    {
        if (_throttled.Enabled)
        {
            _throttled.Record(wait.TotalSeconds, Tags(workspace));
        }
    }

    public static void CircuitOpened(string workspace) => _circuitsOpened.Add(1, Tags(workspace));

    public static void Uploaded(long bytes) => _uploaded.Add(bytes);

    public static void Downloaded(long bytes) => _downloaded.Add(bytes);

    public static void WatcherCame(string workspace) => AddWatchers(workspace, 1);

    public static void WatcherLeft(string workspace) => AddWatchers(workspace, -1);

    private static void AddWatchers(string workspace, int change)
    {
        if (_watchers.Enabled)
        {
            _watchers.Add(change, Tags(workspace));
        }
    }

    private static TagList Tags(string workspace, params ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        var tags = new TagList { { SpanTags.Workspace, workspace } };
        foreach (KeyValuePair<string, object?> tag in others)
        {
            tags.Add(tag);
        }

        return tags;
    }
}
