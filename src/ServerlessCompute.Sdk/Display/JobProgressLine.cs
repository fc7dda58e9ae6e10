using System.Globalization;

namespace ServerlessCompute;

/// <summary>How far a job is, in a line: status, time, machines, what it started, the last metric, the cost. Made of its events.</summary>
internal sealed class JobProgressLine(TimeProvider time)
{
    private readonly Dictionary<string, JobStatus> _children = new(StringComparer.Ordinal);
    private string _job = "";
    private JobStatus _status;
    private long _since;
    private string? _machines;
    private string? _why;
    private string? _metric;
    private RunCost? _cost;

    /// <summary>The line; empty before the first event and after the last.</summary>
    public string Text => _job.Length == 0 || _status.IsTerminal ? "" : string.Join(" · ", Parts().OfType<string>());

    public void Take(JobEvent e)
    {
        if (e.JobName != _job)
        {
            Begin(e.JobName);
        }

        switch (e)
        {
            case JobStatusChanged changed:
                (_status, _since, _why) = (changed.Status, time.GetTimestamp(), null);
                break;
            case JobPlaced placed:
                _machines = $"{placed.InstanceCount} x {placed.InstanceType}";
                break;
            case JobWaiting waiting:
                _why = waiting.Message;
                break;
            case JobMetricLogged metric:
                _metric = string.Create(CultureInfo.InvariantCulture, $"{metric.Metric} {metric.Point.Value:G5}");
                break;
            case JobChildChanged child:
                _children[child.Child.Name] = child.Child.Status;
                break;
            case JobCostChanged cost:
                _cost = cost.Cost;
                break;
        }
    }

    private void Begin(string job)
    {
        _job = job;
        _children.Clear();
        (_status, _since, _machines, _why, _metric, _cost) = (default, time.GetTimestamp(), null, null, null, null);
    }

    private IEnumerable<string?> Parts()
    {
        yield return $"{_job} {_status}".TrimEnd();
        yield return time.GetElapsedTime(_since).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
        yield return _machines;
        yield return _children.Count == 0 ? null : $"{_children.Values.Count(status => status.IsTerminal)} of {_children.Count} done";
        yield return _metric;
        yield return _cost?.Amount is { } amount ? string.Create(CultureInfo.InvariantCulture, $"{amount:0.00##} {_cost.Currency}") : null;
        yield return _why;
    }
}
