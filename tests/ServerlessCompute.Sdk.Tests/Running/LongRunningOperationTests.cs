namespace ServerlessCompute;

/// <summary>What takes the service time, as recorded: an answer that names another address, where it says how far it is.</summary>
internal sealed class LongRunningOperationTests : IDisposable
{
    private const string Address = "https://management.azure.com/subscriptions/s/providers/Microsoft.MachineLearningServices/locations/l/mfeOperationsStatus/s:1:2?api-version=2024-04-01";

    private static readonly Schedule _hourly = Schedule.Every(1, RecurrenceFrequency.Hour, Command.Run("echo").WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest")).WithName("hourly");

    private readonly InMemoryServerless _serverless = new();
    private readonly HastyTime _time = new();
    private readonly FaultyTransport _transport;

    public LongRunningOperationTests() => _transport = new FaultyTransport(_serverless.Transport);

    public void Dispose() => _serverless.Dispose();

    [Test]
    public async Task CreateOrUpdateScheduleAsync_OperationTakesTime_AsksLessAndLessOften()
    {
        Accept(_transport);
        for (int i = 0; i < 7; i++)
        {
            _transport.Answer(200, """{"status":"Creating"}""");
        }

        _transport.Answer(200, """{"status":"Succeeded"}""").Answer(200, """{"name":"hourly","properties":{"isEnabled":true}}""");

        Schedule made = await Client().CreateOrUpdateScheduleAsync(_hourly);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Name, Is.EqualTo("hourly"));
            Assert.That(_time.Waits.Select(wait => wait.TotalSeconds), Is.EqualTo(new[] { 0.5, 1, 2, 4, 8, 10, 10 }));
            Assert.That(_transport.Requests.Count(request => request.Contains("mfeOperationsStatus", StringComparison.Ordinal)), Is.EqualTo(8));
        }
    }

    [Test]
    public async Task DeleteScheduleAsync_OperationFails_ThrowsWhatItSays()
    {
        Accept(_transport);
        _transport.Answer(200, """{"error":{"code":"UserError","message":"Cannot delete an active trigger hourly","details":[],"additionalInfo":[]},"status":"Failed"}""");

        ServerlessRequestException e = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Client().DeleteScheduleAsync("hourly")))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Message, Does.StartWith("Cannot delete an active trigger hourly (UserError)"));
            Assert.That(e.ErrorCode, Is.EqualTo("UserError"));
        }
    }

    [TestCase("Canceled")]
    [TestCase("failed")]
    public async Task DeleteScheduleAsync_OperationEndsWithoutAWord_ThrowsAllTheSame(string status)
    {
        Accept(_transport);
        _transport.Answer(200, $$"""{"status":"{{status}}"}""");

        ServerlessRequestException e = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Client().DeleteScheduleAsync("hourly")))!;

        Assert.That(e.ErrorCode, Is.EqualTo(status));
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_NoEnd_GivesUpWhenTheServiceWould()
    {
        Accept(_transport, ("x-ms-async-operation-timeout", "PT1M"));
        for (int i = 0; i < 30; i++)
        {
            _transport.Answer(200, """{"status":"Creating"}""");
        }

        TimeoutException e = (await Assert.ThrowsAsync<TimeoutException>(() => Client().CreateOrUpdateScheduleAsync(_hourly)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Message, Does.Contain("00:01:00").And.Contain("Creating"));
            Assert.That(_time.Waits.Sum(wait => wait.TotalSeconds), Is.InRange(60, 71));
        }
    }

    [Test]
    public void DeleteScheduleAsync_AddressOfAnotherHost_SendsNoTokenThere()
    {
        _transport.Answer(202, "null", ("Azure-AsyncOperation", "https://elsewhere.example/operation"));

        Assert.That(async () => await Client().DeleteScheduleAsync("hourly"), Throws.InvalidOperationException.With.Message.Contains("another host"));
        Assert.That(_transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_AnswerIsLost_SendsTheSameAgain()
    {
        _transport.LoseAnswer();

        Schedule made = await Client().CreateOrUpdateScheduleAsync(_hourly);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.ProvisioningState, Is.EqualTo(ScheduleProvisioningState.Succeeded));
            Assert.That(await Client().GetSchedulesAsync().CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_NoOperation_IsDoneAtOnce()
    {
        _transport.Answer(200, """{"name":"hourly","properties":{}}""").Answer(200, """{"name":"hourly","properties":{}}""");

        await Client().CreateOrUpdateScheduleAsync(_hourly);

        Assert.That(_time.Waits, Is.Empty);
    }

    private static void Accept(FaultyTransport transport, params (string, string)[] headers) => transport.Answer(201, "{}", [("Azure-AsyncOperation", Address), .. headers]);

    private ServerlessComputeClient Client()
    {
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = _transport;
        options.TimeProvider = _time;
        return new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options);
    }
}
