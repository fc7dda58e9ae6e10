using System.Net;

namespace ServerlessCompute;

/// <summary>Answers training code that runs within this process: MLflow's tracking REST of its workspace, and the notice of an eviction. No network.</summary>
internal sealed class DelegateHandler(JobExecution execution) : HttpMessageHandler
{
    public const string Address = "http://in-memory";

    public const string Events = Address + EventsPath;

    private const string EventsPath = "/scheduledevents";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri!;
        if (uri.AbsolutePath == EventsPath)
        {
            return Answer((execution.EvictionAt is { } at ? ScheduledEventsDocument.Preempt(execution.JobName, at) : ScheduledEventsDocument.Quiet).ToResponse());
        }

        byte[] body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        return Answer(execution.Mlflow.Handle(request.Method.Method, uri.AbsolutePath, uri.Query, body));
    }

    private static HttpResponseMessage Answer(EngineResponse response) => new((HttpStatusCode)response.Status)
    {
        Content = response.BodyStream is { } stream ? new StreamContent(stream) : new ReadOnlyMemoryContent(response.Body),
    };
}
