using System.Net;
using System.Net.Http.Headers;

namespace ServerlessCompute;

internal sealed class MlflowListenerTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    [Test]
    public async Task TrainingRun_OverTheLoopback_LogsToItsRun()
    {
        using var listener = new MlflowListener(TimeProvider.System);
        var host = new FakeHost("echo");
        using TrackingSession session = listener.Open(host);
        using var errors = new StringWriter();

        await using (TrainingRun run = Run(host, session, errors))
        {
            run.LogMetrics([new("loss", 0.5), new("nan", double.NaN)], step: 7);
            run.LogParameter("lr", 0.01);
            run.SetTag("stage", "test");
            await run.LogTextAsync("hello", "notes/n 1.txt");
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors.ToString(), Is.Empty);
            Assert.That(host.Tracking.Metrics("job-1").Select(static metric => (metric.Name, metric.Step, metric.Value)), Is.EqualTo([("loss", 7L, 0.5), ("nan", 7L, double.NaN)]));
            Assert.That(host.Tracking.Params("job-1"), Is.EqualTo([KeyValuePair.Create("lr", "0.01")]));
            Assert.That(host.Tracking.LoggedTags("job-1"), Is.EqualTo([KeyValuePair.Create<string, string?>("stage", "test")]));
            Assert.That(FakeHost.Read(host.ArtifactBlobs.TryGet("ExperimentRun/dcid.job-1/notes/n 1.txt")!.Content), Is.EqualTo("hello"));
        }
    }

    [TestCase(null)]
    [TestCase("Bearer wrong")]
    [TestCase("Bearer ")]
    [TestCase("Basic {token}")]
    [TestCase("Bearer {token}x")]
    public async Task Request_WithoutTheToken_IsRefused(string? authorization)
    {
        using var listener = new MlflowListener(TimeProvider.System);
        using TrackingSession session = listener.Open(new FakeHost("echo"));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{session.Tracking.Address}/api/2.0/mlflow/runs/get?run_id=job-1");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization.Replace("{token}", session.Tracking.Token, StringComparison.Ordinal));
        }

        using HttpResponseMessage response = await Http.SendAsync(request);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(response.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("UNAUTHENTICATED").And.Contain("MLFLOW_TRACKING_TOKEN"));
        }
    }

    [Test]
    public async Task Token_OfAnEndedJob_OpensNothing()
    {
        using var listener = new MlflowListener(TimeProvider.System);
        using TrackingSession other = listener.Open(new FakeHost("echo") { JobName = "other" });
        TrackingSession session = listener.Open(new FakeHost("echo"));
        Assert.That(await GetRunAsync(session.Tracking, "job-1"), Is.EqualTo(HttpStatusCode.OK));

        session.Dispose();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await GetRunAsync(session.Tracking, "job-1"), Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await GetRunAsync(other.Tracking, "other"), Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task Listener_NoJobRuns_IsClosedAndOpensAgain()
    {
        using var listener = new MlflowListener(TimeProvider.System);
        TrackingSession first = listener.Open(new FakeHost("echo"));
        first.Dispose();

        Assert.That(() => GetRunAsync(first.Tracking, "job-1"), Throws.TypeOf<HttpRequestException>());
        using TrackingSession second = listener.Open(new FakeHost("echo"));
        Assert.That(await GetRunAsync(second.Tracking, "job-1"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Requests_ManyAtOnce_AreAllAnswered()
    {
        using var listener = new MlflowListener(TimeProvider.System);
        var host = new FakeHost("echo");
        using TrackingSession session = listener.Open(host);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            await using TrainingRun run = Run(host, session, TextWriter.Null);
            for (int step = 0; step < 20; step++)
            {
                run.LogMetric($"m{i}", step, step);
                await run.FlushAsync();
            }
        }));

        Assert.That(host.Tracking.Metrics("job-1"), Has.Count.EqualTo(400));
    }

    [TestCase("/", HttpStatusCode.NotFound)]
    [TestCase("/server-info", HttpStatusCode.NotFound)]
    [TestCase("/api/2.0/mlflow/no/such", HttpStatusCode.NotFound)]
    public async Task Request_ForWhatIsNotThere_IsNotFound(string path, HttpStatusCode expected)
    {
        using var listener = new MlflowListener(TimeProvider.System);
        using TrackingSession session = listener.Open(new FakeHost("echo"));

        Assert.That(await SendAsync(HttpMethod.Get, session.Tracking.Address + path, session.Tracking.Token), Is.EqualTo(expected));
    }

    [Test]
    public async Task ScheduledEvents_OfAJob_AreReadWithItsSecretAddressOnly()
    {
        using var listener = new MlflowListener(TimeProvider.System);
        var host = new FakeHost("echo");
        using TrackingSession session = listener.Open(host);
        string address = session.Tracking.ScheduledEvents;
        Assert.That(await ReadEventsAsync(address), Is.EqualTo("""{"DocumentIncarnation":1,"Events":[]}"""));

        host.EvictionAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ReadEventsAsync(address), Does.Contain("\"EventType\":\"Preempt\"").And.Contain("\"NotBefore\":\"Fri, 02 Jan 2026 03:04:05 GMT\""));
            Assert.That(await SendAsync(HttpMethod.Get, address, token: null), Is.EqualTo(HttpStatusCode.BadRequest), "without the header Metadata");
            Assert.That(await SendAsync(HttpMethod.Post, address, token: null), Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(await SendAsync(HttpMethod.Get, $"{session.Tracking.Address}/scheduledevents/", token: null), Is.EqualTo(HttpStatusCode.NotFound));
            host.EvictionAt = null;
            Assert.That(await ReadEventsAsync(address), Does.Contain("\"Events\":[]"), "the notice was withdrawn");
        }
    }

    private static TrainingRun Run(FakeHost host, TrackingSession session, TextWriter errors)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        LocalVariables.AddService(variables, host, session.Tracking);
        return TrainingRun.FromEnvironment(variables, errors: errors);
    }

    private static Task<HttpStatusCode> GetRunAsync(LocalTracking tracking, string runId) =>
        SendAsync(HttpMethod.Get, $"{tracking.Address}/api/2.0/mlflow/runs/get?run_id={runId}", tracking.Token);

    private static async Task<HttpStatusCode> SendAsync(HttpMethod method, string uri, string? token)
    {
        using var request = new HttpRequestMessage(method, uri);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using HttpResponseMessage response = await Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string> ReadEventsAsync(string uri)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri) { Headers = { { "Metadata", "true" } } };
        using HttpResponseMessage response = await Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
