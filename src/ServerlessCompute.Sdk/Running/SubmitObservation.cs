using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>Tells of one submission while it goes on: a span, two measurements, a message.</summary>
internal sealed class SubmitObservation(ServiceConnection connection, Job job) : IDisposable
{
    private readonly Activity? _span = Tracing.Start(SpanNames.Submit, connection.Workspace.WorkspaceName)?.SetTag(SpanTags.JobType, job.JobType.Value);
    private readonly long _start = connection.Time.GetTimestamp();
    private string? _name;

    public void Named(string name)
    {
        _name = name;
        _span?.SetTag(SpanTags.JobName, name);
    }

    public void Done(JobRun run)
    {
        TimeSpan duration = connection.Time.GetElapsedTime(_start);
        _span?.SetTag(SpanTags.IsNew, run.WasCreated);
        run.Origin = _span?.Context ?? default;
        Metering.Submitted(connection.Workspace.WorkspaceName, job.JobType.ToString(), duration, errorType: null);
        connection.Logger.JobSubmitted(run.Name, job.JobType.ToString(), duration, run.WasCreated);
    }

    public void Failed(Exception e)
    {
        string error = Tracing.ErrorType(e);
        _span.Fail(error);
        Metering.Submitted(connection.Workspace.WorkspaceName, job.JobType.ToString(), connection.Time.GetElapsedTime(_start), error);
        connection.Logger.SubmissionFailed(_name, job.JobType.ToString(), error);
    }

    public void Dispose() => _span?.Dispose();
}
