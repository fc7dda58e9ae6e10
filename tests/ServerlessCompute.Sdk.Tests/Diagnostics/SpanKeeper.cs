using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>Keeps the spans that end while it lives, of the traces that begin under it: other tests run at the same time.</summary>
internal sealed class SpanKeeper : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Activity _root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
    private readonly List<Activity> _spans = [];

    public SpanKeeper(bool all = false)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => all || source.Name == ServerlessComputeTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == _root.TraceId)
                {
                    lock (_spans)
                    {
                        _spans.Add(span);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Spans
    {
        get
        {
            lock (_spans)
            {
                return [.. _spans];
            }
        }
    }

    public Activity this[string name] => Spans.Single(span => span.OperationName == name);

    public void Dispose()
    {
        _root.Dispose();
        _listener.Dispose();
    }
}
