using System.Net;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A tracking service that keeps what it is told and answers as it is told.</summary>
internal sealed class FakeTracking : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<(string Method, string Uri, string? Token, string Body)> _calls = [];

    public Func<HttpRequestMessage, string, HttpResponseMessage?> Answer { get; set; } = static (_, _) => null;

    public StringWriter Errors { get; } = new();

    public IReadOnlyList<(string Method, string Uri, string? Token, string Body)> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public IReadOnlyList<JsonElement> Batches => [.. Calls.Where(static call => call.Uri.EndsWith("log-batch", StringComparison.Ordinal)).Select(static call => JsonDocument.Parse(call.Body).RootElement)];

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(json) };

    public TrainingRun Run(params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MLFLOW_TRACKING_URI"] = "http://127.0.0.1:5000",
            ["MLFLOW_TRACKING_TOKEN"] = "secret-token",
            ["MLFLOW_RUN_ID"] = "job-1",
            ["MLFLOW_EXPERIMENT_NAME"] = "iris",
        };
        foreach ((string name, string value) in variables)
        {
            all[name] = value;
        }

        return TrainingRun.FromEnvironment(all, this, new PausesPass(), Errors);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock)
        {
            _calls.Add((request.Method.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), body));
        }

        return Answer(request, body) ?? Json("{}");
    }
}
