using System.Text.Json.Nodes;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>What the real service was recorded to answer gives the results and the exceptions that the documentation promises.</summary>
internal sealed class ReplayedAnswersTests
{
    private const string Host = "https://management.azure.com";
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/resource-group/providers/Microsoft.MachineLearningServices/workspaces/workspace";
    private const string History = $"https://eastus2.api.azureml.ms/history/v1.0{Workspace}";

    private static readonly CommandJob _job = Command.Run("echo").WithEnvironment("e:1").WithName("job");

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("recorded").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    [Category("S40")]
    public async Task GetJob_PreparingCommand_IsRead()
    {
        ServerlessComputeClient client = Play(("GET", $"{Host}{Workspace}/jobs/job", "002"));

        Job job = await client.GetJobAsync("job");

        Assert.That((job.GetType(), job.Status), Is.EqualTo((typeof(CommandJob), JobStatus.Preparing)));
    }

    [Test]
    [Category("S42")]
    public void Cancel_LiveJob_IsAccepted() =>
        Assert.That(async () => await Play(("POST", $"{Host}{Workspace}/jobs/job/cancel", "020")).CancelAsync("job"), Throws.Nothing);

    [Test]
    [Category("S42")]
    public void Cancel_CommandThatIsOver_ChangesNothing() =>
        Assert.That(async () => await Play(("POST", $"{Host}{Workspace}/jobs/job/cancel", "016")).CancelAsync("job"), Throws.Nothing);

    [Test]
    [Category("S42")]
    public void Cancel_PipelineThatIsOver_ChangesNothing() =>
        Assert.That(async () => await Play(("POST", $"{Host}{Workspace}/jobs/job/cancel", "023")).CancelAsync("job"), Throws.Nothing);

    [TestCase("040", 404, "JobNotFound", "not found")]
    [TestCase("051", 404, "NotFoundError", "Could not find datastore")]
    [TestCase("053", 404, "ResourceNotFound", "Microsoft.MachineLearningServices/workspaces")]
    public void GetJob_Refused_ThrowsWithTheServicesCode(string recording, int status, string code, string message) => Assert.That(
        async () => await Play(("GET", $"{Host}{Workspace}/jobs/job", recording)).GetJobAsync("job"),
        Throws.TypeOf<ServerlessRequestException>()
            .With.Property("Status").EqualTo(status)
            .And.Property("ErrorCode").EqualTo(code)
            .And.Message.Contains(message));

    [Test]
    public void GetJob_NotFoundWithAnEmptyBody_ThrowsWithTheStatus() => Assert.That(
        async () => await Play(("GET", $"{Host}{Workspace}/jobs/job", "052")).GetJobAsync("job"),
        Throws.TypeOf<ServerlessRequestException>().With.Property("Status").EqualTo(404).And.Message.Not.Empty);

    [TestCase(404)]
    [TestCase(403)]
    public void GetJob_RefusedWithNoBodyAtAll_ThrowsWithTheStatus(int status)
    {
        Keep("GET", $"{Host}{Workspace}/jobs/job", status, "text/plain", "");

        Assert.That(
            async () => await Client(new ReplayTransport(_folder).CreateClientOptions()).GetJobAsync("job"),
            Throws.TypeOf<ServerlessRequestException>().With.Property("Status").EqualTo(status).And.Property("ErrorCode").EqualTo($"{status}").And.Message.Contains($"{status}"));
    }

    [TestCase("041", 404, "NotFound")]
    [TestCase("042", 404, "UserAssignedIdentityNotFound")]
    [TestCase("043", 400, "InvalidExpressionInJob")]
    [TestCase("045", 429, "TooManyRequests")]
    public void Submit_Refused_ThrowsWithTheServicesCode(string recording, int status, string code) => Assert.That(
        async () => await Play(("PUT", $"{Host}{Workspace}/jobs/job", recording)).SubmitAsync(_job),
        Throws.TypeOf<ServerlessRequestException>().With.Property("Status").EqualTo(status).And.Property("ErrorCode").EqualTo(code));

    [Test]
    public void Submit_ServiceBrokenForGood_AsksWhetherTheJobIsThereAndThrowsWhatItSaid() => Assert.That(
        async () => await Play(("PUT", $"{Host}{Workspace}/jobs/job", "046"), ("GET", $"{Host}{Workspace}/jobs/job", "040")).SubmitAsync(_job),
        Throws.TypeOf<ServerlessRequestException>().With.Property("Status").EqualTo(500).And.Property("ErrorCode").EqualTo("ServiceUnavailable"));

    [Test]
    public async Task Submit_ThrottledOnce_WaitsAsLongAsTheMessageSaysAndGoesOn()
    {
        ReplayTransport replay = Replay(("PUT", $"{Host}{Workspace}/jobs/job", "045"), ("PUT", $"{Host}{Workspace}/jobs/job", "001"));
        ServerlessComputeClientOptions options = replay.CreateClientOptions();
        DateTimeOffset start = options.TimeProvider.GetUtcNow();

        JobRun run = await Client(options).SubmitAsync(_job);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.WasCreated, Is.True);
            Assert.That(options.TimeProvider.GetUtcNow() - start, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(20)));
        }
    }

    [TestCase(502, "<html><body>502 Bad Gateway</body></html>")]
    [TestCase(504, "<html><body>504 Gateway Time-out</body></html>")]
    [TestCase(503, "")]
    public async Task GetJob_GatewayFailsOnce_IsAskedAgain(int status, string page)
    {
        Recordings.Demand();
        Keep("GET", $"{Host}{Workspace}/jobs/job", status, "text/html", page);

        Job job = await Play(("GET", $"{Host}{Workspace}/jobs/job", "002")).GetJobAsync("job");

        Assert.That(job.Status, Is.EqualTo(JobStatus.Preparing));
    }

    [TestCase(502, "<html><body>502 Bad Gateway</body></html>")]
    [TestCase(504, "<html><body>504 Gateway Time-out</body></html>")]
    public void GetJob_GatewayFailsForGood_ThrowsWithTheStatusAndNoPage(int status, string page)
    {
        Keep("GET", $"{Host}{Workspace}/jobs/job", status, "text/html", page);

        Assert.That(
            async () => await Client(new ReplayTransport(_folder).CreateClientOptions()).GetJobAsync("job"),
            Throws.TypeOf<ServerlessRequestException>().With.Property("Status").EqualTo(status));
    }

    [Test]
    public void GetJob_AnswerIsTheWordNull_ThrowsAFormatException()
    {
        Keep("GET", $"{Host}{Workspace}/jobs/job", 200, "application/json", "null");

        Assert.That(async () => await Client(new ReplayTransport(_folder).CreateClientOptions()).GetJobAsync("job"), Throws.TypeOf<JobFormatException>());
    }

    [Test]
    [Category("S44")]
    [Category("S48")]
    public void Wait_FailedPipeline_ThrowsWithRunHistorysReason()
    {
        Recordings.Demand();
        KeepEndpoints();

        Assert.That(
            async () => await Play(("GET", $"{History}/runs/job/details", "081")).GetRun("job").WaitForCompletionAsync(new JobWaitOptions { LogTailLines = 0 }),
            Throws.TypeOf<JobFailedException>().With.Message.Contains("Pipeline has some failed steps"));
    }

    [Test]
    [Category("S42")]
    public async Task Cancel_ThenWait_ThrowsThatTheJobWasCanceled()
    {
        Recordings.Demand();
        KeepEndpoints();
        Keep("GET", $"{History}/runs/job/details", 200, "application/json", """{"runId":"job","status":"CancelRequested","revision":3}""");
        Keep("GET", $"{History}/runs/job/details", 200, "application/json", """{"runId":"job","status":"Canceled","revision":4}""");
        JobRun run = Play(("POST", $"{Host}{Workspace}/jobs/job/cancel", "020"), ("GET", $"{Host}{Workspace}/jobs/job", "024")).GetRun("job");

        await run.CancelAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await run.GetStatusAsync(), Is.EqualTo(JobStatus.CancelRequested));
            Assert.That(async () => await run.WaitForCompletionAsync(), Throws.TypeOf<JobCanceledException>());
        }
    }

    [Test]
    [Category("S51")]
    public async Task ReadLog_ByRanges_GivesEachLineOnceAndNothingOfAnEmptyLog()
    {
        Recordings.Demand();
        KeepEndpoints();
        const string Store = "https://store.blob.core.windows.net/azureml/ExperimentRun/dcid.job/logs/azureml";
        Keep("GET", $"{History}/runs/job/details", 200, "application/json", $$$"""{"runId":"job","status":"Completed","revision":4,"logFiles":{"logs/azureml/executionlogs.txt":"{{{Store}}}/executionlogs.txt?sig=a","logs/azureml/stderrlogs.txt":"{{{Store}}}/stderrlogs.txt?sig=b"}}""");
        ServerlessComputeClient client = Play(
            ("GET", $"{Store}/executionlogs.txt?sig=a", "084"), ("GET", $"{Store}/executionlogs.txt?sig=a", "085"), ("GET", $"{Store}/stderrlogs.txt?sig=b", "085"));

        List<JobLogLine> lines = await client.GetRun("job").WatchAsync(new JobWatchOptions { Metrics = false, Children = false }).OfType<JobLogLine>().ToListAsync();

        Assert.That(lines.Select(line => (line.Path, line.Line)), Is.EqualTo(new[] { ("logs/azureml/executionlogs.txt", "(cut: the text of the log, base64 in the recording)") }));
    }

    [Test]
    [Category("S51")]
    public async Task GetStatus_RunningDetails_AreRead()
    {
        Recordings.Demand();
        KeepEndpoints();
        ReplayTransport replay = Replay(("GET", $"{History}/runs/job/details", "080"));

        JobEvent first = await Client(replay.CreateClientOptions()).GetRun("job").WatchAsync(new JobWatchOptions { Logs = false, Metrics = false, Children = false }).FirstAsync(e => e is JobStatusChanged);

        Assert.That(((JobStatusChanged)first).Status, Is.EqualTo(JobStatus.Running));
    }

    [Test]
    [Category("S44")]
    public async Task GetChildren_QueuedSteps_AreReadWithTheirNames()
    {
        Recordings.Demand();
        KeepEndpoints();
        ServerlessComputeClient client = Play(("GET", $"{History}/runs/job/children", "082"));

        List<JobChild> children = [];
        await foreach (JobChild child in client.GetRun("job").GetChildrenAsync())
        {
            children.Add(child);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(children.Select(child => child.Status), Is.EqualTo(new[] { JobStatus.Queued, JobStatus.NotStarted }));
            Assert.That(children.Select(child => child.StepName), Is.EqualTo(new[] { "test_30674766141_1", "test_30674766141" }));
        }
    }

    private static ServerlessComputeClient Client(ServerlessComputeClientOptions options) => new(new WorkspaceId(Guid.Empty.ToString(), "resource-group", "workspace"), new Token(), options);

    private ServerlessComputeClient Play(params (string Method, string Url, string Recording)[] answers) => Client(Replay(answers).CreateClientOptions());

    private ReplayTransport Replay(params (string Method, string Url, string Recording)[] answers)
    {
        Recordings.Demand();
        foreach ((string method, string url, string recording) in answers)
        {
            JsonNode response = Recordings.Response(recording);
            string type = (string?)response["headers"]?["Content-Type"] ?? "";
            Keep(method, url, (int)response["status"]!, type, response["body"] is { } body ? Text(body, type) : (string?)response["headers"]?["Content-Length"] == "4" ? "null" : "");
        }

        return new ReplayTransport(_folder);
    }

    /// <summary>A body that is no JSON stands in its recording as text, or as the lines of it; the word null as a text, too.</summary>
    private static string Text(JsonNode body, string type) =>
        !type.Contains("json", StringComparison.Ordinal) ? string.Concat(body is JsonArray lines ? lines.Select(line => (string?)line) : [(string?)body])
        : body.GetValueKind() == System.Text.Json.JsonValueKind.String && (string?)body == "null" ? "null"
        : body.ToJsonString();

    private void KeepEndpoints()
    {
        Keep("GET", $"{Host}{Workspace}", 200, "application/json", """{"location":"eastus2","properties":{"discoveryUrl":"https://eastus2.api.azureml.ms/discovery"}}""");
        Keep("GET", "https://eastus2.api.azureml.ms/discovery", 200, "application/json", """{"api":"https://eastus2.api.azureml.ms"}""");
    }

    private void Keep(string method, string url, int status, string contentType, string body)
    {
        var response = new JsonObject { ["statusCode"] = $"{status}", ["headers"] = new JsonObject { ["Content-Type"] = contentType } };
        if (body.Length > 0)
        {
            response["body"] = contentType.Contains("json", StringComparison.Ordinal) ? JsonNode.Parse(body) : body;
        }

        var exchange = new JsonObject { ["liveRequest"] = new JsonObject { ["method"] = method, ["url"] = url }, ["liveResponse"] = response };
        File.WriteAllText(Path.Combine(_folder, $"{Directory.GetFiles(_folder).Length:000}.json"), exchange.ToJsonString());
    }

    private sealed class Token : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("t", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
