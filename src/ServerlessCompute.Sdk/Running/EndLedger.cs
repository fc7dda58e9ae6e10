using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace ServerlessCompute;

/// <summary>
/// Tells once of each job that it ended, however many waits and watches see it: a message, measurements, and a span at the job's own times.
/// Remembers the jobs that ended last. Thread-safe; one for a client and all its handles.
/// </summary>
internal sealed class EndLedger
{
    /// <summary>A job that is looked at again after so many others counts as another one.</summary>
    private const int Remembered = 4096;

    private static readonly ConditionalWeakTable<ServiceConnection, EndLedger> _ledgers = [];

    private readonly Lock _gate = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public static void Note(ServiceConnection connection, string jobName, RunDetails details)
    {
        bool isTraced = Tracing.IsListenedTo;
        if ((isTraced || Metering.CountsCompletions || connection.Logger.IsEnabled(LogLevel.Information))
            && _ledgers.GetValue(connection, static _ => new EndLedger()).IsNew(jobName))
        {
            Tell(connection, jobName, details);
        }
    }

    private static void Tell(ServiceConnection connection, string jobName, RunDetails details)
    {
        string? error = RunEnd.Error(details)?.Code;
        TimeSpan? ran = details.EndedAt - details.StartedAt;
        Metering.Completed(connection.Workspace.WorkspaceName, details.Status.ToString(), details.StartedAt - details.CreatedAt, ran);
        if (details.Status == JobStatus.Failed)
        {
            connection.Logger.JobFailed(jobName, error);
        }
        else
        {
            connection.Logger.JobEnded(jobName, details.Status.Value, ran);
        }

        if (details.CreatedAt is { } created && details.EndedAt is { } ended && Tracing.Past(SpanNames.Job, created) is { } span)
        {
            span.SetTag(SpanTags.JobName, jobName)
                .SetTag(SpanTags.JobStatus, details.Status.Value)
                .SetTag(SpanTags.InstanceType, details.Compute?.VmSize)
                .SetTag(SpanTags.InstanceCount, details.Compute?.InstanceCount);
            if (details.StartedAt is { } started)
            {
                span.AddEvent(new ActivityEvent("started", started));
            }

            if (details.Status == JobStatus.Failed)
            {
                span.Fail(error ?? "Unknown");
            }

            span.SetEndTime(ended.UtcDateTime);
            span.Dispose();
        }
    }

    private bool IsNew(string jobName)
    {
        lock (_gate)
        {
            if (!_names.Add(jobName))
            {
                return false;
            }

            _order.Enqueue(jobName);
            if (_order.Count > Remembered)
            {
                _names.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
