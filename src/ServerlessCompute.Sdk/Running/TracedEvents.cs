using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>
/// A stream of events under a span that lasts as long as somebody reads it. The span is the current one only while the next event is looked
/// for, so that what the reader does in between is not taken for a part of the watch.
/// </summary>
internal sealed class TracedEvents(IAsyncEnumerable<JobEvent> events, string workspace, string jobName, ActivityContext origin) : IAsyncEnumerable<JobEvent>
{
    public IAsyncEnumerator<JobEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Reader(events.GetAsyncEnumerator(cancellationToken), workspace, jobName, origin);

    private sealed class Reader(IAsyncEnumerator<JobEvent> events, string workspace, string jobName, ActivityContext origin) : IAsyncEnumerator<JobEvent>
    {
        private Activity? _span;
        private bool _begun;
        private long _count;

        public JobEvent Current => events.Current;

        public async ValueTask<bool> MoveNextAsync()
        {
            // What is current here is the caller's again when this returns.
            if (_begun)
            {
                Activity.Current = _span;
            }
            else
            {
                _begun = true;
                _span = Tracing.Start(SpanNames.Watch, workspace, jobName, origin);
            }

            try
            {
                bool more = await events.MoveNextAsync().ConfigureAwait(false);
                if (more)
                {
                    _count++;
                    if (events.Current is JobStatusChanged status)
                    {
                        _span?.SetTag(SpanTags.JobStatus, status.Status.Value);
                    }
                }

                return more;
            }
            catch (Exception e)
            {
                _span.Fail(e);
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await events.DisposeAsync().ConfigureAwait(false);
            _span?.SetTag(SpanTags.Events, _count).Dispose();
        }
    }
}
