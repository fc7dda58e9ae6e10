using System.Diagnostics;
using Azure;

namespace ServerlessCompute;

/// <summary>Makes spans. Where nobody listens there is no span, and everything here does nothing.</summary>
internal static class Tracing
{
    private static readonly ActivitySource _source = new(ServerlessComputeTelemetry.ActivitySourceName, typeof(Tracing).Assembly.GetName().Version?.ToString(3));

    public static bool IsListenedTo => _source.HasListeners();

    /// <summary>Begins a span beneath the current one.</summary>
    /// <param name="name">One of <see cref="SpanNames"/>.</param>
    /// <param name="workspace">The workspace's name.</param>
    /// <param name="jobName">The job that it is about.</param>
    /// <param name="origin">The span that submitted the job: a link leads there from another trace.</param>
    public static Activity? Start(string name, string? workspace, string? jobName = null, ActivityContext origin = default)
    {
        if (!_source.HasListeners())
        {
            return null;
        }

        IEnumerable<ActivityLink>? links = origin == default || Activity.Current?.TraceId == origin.TraceId ? null : [new ActivityLink(origin)];
        Activity? span = _source.StartActivity(name, ActivityKind.Internal, parentContext: default, tags: null, links);
        return span?.SetTag(SpanTags.ResourceProvider, SpanTags.MachineLearning).SetTag(SpanTags.Workspace, workspace).SetTag(SpanTags.JobName, jobName);
    }

    /// <summary>Tells of something that happened elsewhere, at its own times.</summary>
    public static Activity? Past(string name, DateTimeOffset start) =>
        _source.HasListeners() ? _source.StartActivity(name, ActivityKind.Internal, parentContext: default, startTime: start) : null;

    /// <summary>Runs something under a span of its own.</summary>
    public static async Task<T> RunAsync<T>(string name, string? workspace, Func<Activity?, Task<T>> run)
    {
        if (!_source.HasListeners())
        {
            return await run(null).ConfigureAwait(false);
        }

        using Activity? span = Start(name, workspace);
        try
        {
            return await run(span).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            span.Fail(e);
            throw;
        }
    }

    /// <summary>Notes that it went wrong: the kind of error alone, since messages hold what services and files say.</summary>
    public static void Fail(this Activity? span, Exception e) => span.Fail(ErrorType(e));

    /// <inheritdoc cref="Fail(Activity?, Exception)"/>
    public static void Fail(this Activity? span, string errorType) => span?.SetTag(SpanTags.ErrorType, errorType).SetStatus(ActivityStatusCode.Error);

    /// <summary>The service's code for an error, else the exception's type.</summary>
    public static string ErrorType(Exception e) => e is RequestFailedException { ErrorCode: { Length: > 0 } code } ? code : e.GetType().FullName ?? e.GetType().Name;
}
