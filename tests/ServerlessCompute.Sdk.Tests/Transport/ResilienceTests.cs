using Azure.Core;

namespace ServerlessCompute;

/// <summary>What the client does when the service is busy, broken, or loses an answer.</summary>
internal sealed class ResilienceTests : IDisposable
{
    private const string Throttled = """{"error":{"code":"UserError","message":"Received too many requests in a short amount of time. Retry again after 20 seconds."}}""";

    private static readonly CommandJob _hello = Command.Run("echo hello").WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest");

    private readonly InMemoryServerless _serverless = new();
    private readonly HastyTime _time = new();
    private readonly FaultyTransport _transport;

    public ResilienceTests() => _transport = new FaultyTransport(_serverless.Transport);

    public void Dispose() => _serverless.Dispose();

    [Test]
    public async Task SubmitAsync_ThrottledAsRecorded_WaitsAsLongAsTheMessageSays()
    {
        _transport.Answer(429, Throttled);

        JobRun run = await Client().SubmitAsync(_hello);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_time.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(20) }));
            Assert.That(run.WasCreated, Is.True);
            Assert.That(_transport.Requests, Is.EqualTo(new[] { $"PUT /jobs/{run.Name}", $"PUT /jobs/{run.Name}" }));
        }
    }

    [TestCase("Retry-After", "7", 7)]
    [TestCase("retry-after-ms", "1500", 1.5)]
    [TestCase("x-ms-retry-after-ms", "250", 0.25)]
    [TestCase("Retry-After", "Mon, 05 Jan 2026 09:00:30 GMT", 30)]
    [TestCase("Retry-After", "86400", 600)]
    public async Task SubmitAsync_HeaderNamesTheWait_WaitsThatLongAndTenMinutesAtMost(string header, string value, double seconds)
    {
        _transport.Answer(503, "", (header, value));

        await Client().SubmitAsync(_hello);

        Assert.That(_time.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(seconds) }));
    }

    [Test]
    public async Task SubmitAsync_AnswerIsLost_AsksAgainAndFindsItsOwnJob()
    {
        _transport.LoseAnswer();

        JobRun run = await Client().SubmitAsync(_hello);
        JobResult result = await _serverless.CreateClient().GetRun(run.Name).WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_serverless.Jobs, Has.Count.EqualTo(1));
            Assert.That(result.Status, Is.EqualTo(JobStatus.Completed));
        }
    }

    [Test]
    public async Task SubmitAsync_ServiceStaysBroken_GivesUpAndSaysWhatItSaid()
    {
        for (int i = 0; i < 4; i++)
        {
            _transport.Answer(502, "<html>bad gateway</html>");
        }

        ServerlessRequestException e = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Client().SubmitAsync(_hello)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_transport.Requests.Select(request => request.Split(' ')[0]), Is.EqualTo(new[] { "PUT", "PUT", "PUT", "PUT", "GET" }), "At last it asks whether the job is there.");
            Assert.That(_time.Waits, Has.Count.EqualTo(3));
            Assert.That(_time.Waits, Is.All.GreaterThan(TimeSpan.Zero));
            Assert.That(e.Message, Does.Contain("502").And.Not.Contain("<html>"));
        }
    }

    [Test]
    public async Task SubmitAsync_RequestIsWrong_IsNotRepeated()
    {
        _transport.Answer(400, """{"error":{"code":"UserError","message":"No.","additionalInfo":[{"type":"InnerError","info":{"value":{"code":"BadArgument","innerError":{"code":"ArgumentInvalid","innerError":null}}}}]}}""");

        ServerlessRequestException e = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Client().SubmitAsync(_hello)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_transport.Requests, Has.Count.EqualTo(1));
            Assert.That(e.ErrorCode, Is.EqualTo("ArgumentInvalid"));
        }
    }

    [Test]
    public async Task SubmitAsync_NoRetriesWanted_GivesUpAtOnce()
    {
        _transport.Answer(503);

        await Assert.ThrowsAsync<ServerlessRequestException>(() => Client(options => options.Retry.MaxRetries = 0).SubmitAsync(_hello));

        Assert.That(_time.Waits, Is.Empty);
    }

    [Test]
    public async Task SubmitAsync_FixedMode_WaitsTheSameEachTime()
    {
        _transport.Answer(500).Answer(500);

        await Client(options =>
        {
            options.Retry.Mode = RetryMode.Fixed;
            options.Retry.Delay = TimeSpan.FromSeconds(4);
        }).SubmitAsync(_hello);

        Assert.That(_time.Waits, Has.Count.EqualTo(2).And.All.InRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6)));
    }

    [Test]
    public async Task WaitForCompletionAsync_ServiceAnswersAtOnce_AsksLessAndLessOften()
    {
        // A service that does not hold requests, as the cloud does not: eight looks at a job that stays as it is.
        const string Details = """{"runId":"j","status":"Queued","revision":3}""";
        for (int i = 0; i < 2; i++)
        {
            _transport.LetThrough();
        }

        for (int i = 0; i < 8; i++)
        {
            _transport.Answer(200, Details);
        }

        _transport.Answer(200, """{"runId":"j","status":"Completed","revision":4}""");

        JobResult result = await Client().GetRun("j").WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(_time.Waits, Has.Count.EqualTo(8).And.Ordered);
            Assert.That(_time.Waits[0], Is.EqualTo(TimeSpan.FromSeconds(2)));
            Assert.That(_time.Waits[^1], Is.EqualTo(TimeSpan.FromSeconds(30)));
        }
    }

    [Test]
    public void GetJobsAsync_NextPageOnAnotherHost_SendsNoTokenThere()
    {
        _transport.Answer(200, """{"value":[],"nextLink":"https://elsewhere.example/jobs?page=2"}""");

        Assert.That(async () => await Client().GetJobsAsync().ToListAsync(), Throws.InvalidOperationException.With.Message.Contains("another host"));
        Assert.That(_transport.Requests, Has.Count.EqualTo(1));
    }

    private ServerlessComputeClient Client(Action<ServerlessComputeClientOptions>? change = null)
    {
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = _transport;
        options.TimeProvider = _time;
        change?.Invoke(options);
        return new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options);
    }
}
