using System.Text.Json;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Traffic is kept without secrets, and played back as it was.</summary>
internal sealed class RecordingTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Path.Combine(Directory.CreateTempSubdirectory("recording").FullName, "kept");

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public async Task Replay_OfARecordedRun_GivesTheSameResultsWithoutTheService()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train", job =>
        {
            job.Log("hello");
            job.LogMetric("loss", 0.25);
            job.WriteOutput("model", "weights.bin", "w");
        });
        (string recorded, ValueMap<ValueList<MetricPoint>> metrics) = await RunAsync(Recorded(serverless));

        (string replayed, ValueMap<ValueList<MetricPoint>> again) = await RunAsync(Replayed(new ReplayTransport(_folder)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replayed, Is.EqualTo(recorded).And.Contain("hello").And.Contain("Completed"));
            Assert.That(again, Is.EqualTo(metrics));
        }
    }

    [Test]
    public async Task Record_SecretsEverywhere_KeepsNone()
    {
        using var serverless = new InMemoryServerless();
        var options = new RecordingOptions { Replacements = [new("contoso-host", "host")] };
        ServerlessComputeClientOptions client = serverless.CreateClientOptions();
        client.Transport = new RecordingTransport(serverless.Transport, _folder, options);
        string code = Directory.CreateTempSubdirectory("code").FullName;
        await File.WriteAllTextAsync(Path.Combine(code, "train.py"), "print(1) # contoso-host");

        JobRun run = await new ServerlessComputeClient(serverless.Workspace, new Token("canary-token"), client).SubmitAsync(
            Command.Run("python train.py").WithEnvironment("e:1").WithCode(code).WithIdentity(new UserIdentityConfiguration()));
        await run.WaitForCompletionAsync();
        _ = await run.ReadLogAsync().ToListAsync();
        Directory.Delete(code, recursive: true);

        string all = string.Concat(Directory.EnumerateFiles(_folder).Select(File.ReadAllText));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all, Does.Contain("startPendingUpload").And.Contain("sig="), "There was something to hide.");
            Assert.That(all, Does.Not.Contain("canary-token").And.Not.Contain("contoso-host"));
            Assert.That(System.Text.RegularExpressions.Regex.Count(all, @"sig=(?!\*\*\*)"), Is.Zero);
            Assert.That(all, Does.Not.Contain("/resourceGroups/in-memory").And.Contain("/resourceGroups/resource-group"));
        }
    }

    [Test]
    public async Task Record_Always_WritesTheFormOfTheTrafficValidator()
    {
        using var serverless = new InMemoryServerless();
        await RunAsync(Recorded(serverless));

        foreach (string file in Directory.EnumerateFiles(_folder))
        {
            using JsonDocument exchange = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            JsonElement request = exchange.RootElement.GetProperty("liveRequest"), response = exchange.RootElement.GetProperty("liveResponse");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(request.GetProperty("method").GetString(), Is.AnyOf("GET", "PUT", "POST", "DELETE", "HEAD", "PATCH"), file);
                Assert.That(request.GetProperty("url").GetString(), Does.StartWith("https://"), file);
                Assert.That(response.GetProperty("statusCode").GetString(), Does.Match("^[1-5][0-9][0-9]$"), file);
                Assert.That(request.GetProperty("headers").ValueKind, Is.EqualTo(JsonValueKind.Object), file);
            }
        }
    }

    [Test]
    public void Replay_RequestThatWasNotRecorded_NamesTheNearest()
    {
        Keep("GET", "https://management.azure.com/subscriptions/a/jobs/one?api-version=2024-04-01", 200, "{}");
        ServerlessComputeClient client = new(new WorkspaceId(Guid.Empty.ToString(), "resource-group", "workspace"), new Token("t"), new ReplayTransport(_folder).CreateClientOptions());

        Assert.That(
            async () => await client.GetJobAsync("two"),
            Throws.InvalidOperationException.With.Message.Contains("Nothing was recorded for GET").And.Message.Contains("/jobs/one"));
    }

    [TestCase("{}", "no recorded exchange")]
    [TestCase("[", "no recorded exchange")]
    [TestCase("{\"liveRequest\": {\"method\": \"GET\"}, \"liveResponse\": {}}", "no recorded exchange")]
    public void Replay_FileThatIsNoRecording_IsNamed(string text, string message)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "a.json"), text);

        Assert.That(() => new ReplayTransport(_folder), Throws.TypeOf<FormatException>().With.Message.Contains("a.json").And.Message.Contains(message));
    }

    [Test]
    public void Replay_EmptyOrMissingFolder_SaysSo()
    {
        Assert.That(() => new ReplayTransport(_folder), Throws.TypeOf<DirectoryNotFoundException>());

        Directory.CreateDirectory(_folder);

        Assert.That(() => new ReplayTransport(_folder), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void Record_IntoAFolderWithRecordings_IsRefused()
    {
        Keep("GET", "https://x/", 200, "{}");
        using var serverless = new InMemoryServerless();

        Assert.That(() => new RecordingTransport(serverless.Transport, _folder), Throws.TypeOf<IOException>());
    }

    [Test]
    public void Replay_RecordingThatEndsTooEarly_EndsTheClient()
    {
        const string Base = "https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/resource-group/providers/Microsoft.MachineLearningServices/workspaces/workspace";
        Keep("GET", $"{Base}?api-version=2024-04-01", 200, """{"location":"eastus","properties":{"discoveryUrl":"https://eastus.api.azureml.ms/discovery"}}""");
        Keep("GET", "https://eastus.api.azureml.ms/discovery", 200, """{"api":"https://eastus.api.azureml.ms"}""");
        Keep("GET", $"https://eastus.api.azureml.ms/history/v1.0{new Uri(Base).AbsolutePath}/runs/j/details", 200, """{"runId":"j","status":"Running","revision":1}""");
        ServerlessComputeClient client = new(new WorkspaceId(Guid.Empty.ToString(), "resource-group", "workspace"), new Token("t"), new ReplayTransport(_folder).CreateClientOptions());

        Assert.That(async () => await client.GetRun("j").WaitForCompletionAsync(), Throws.InvalidOperationException.With.Message.Contains("recording ends"));
    }

    private static async Task<(string Told, ValueMap<ValueList<MetricPoint>> Metrics)> RunAsync(ServerlessComputeClient client)
    {
        Output model = Output.UriFolder();
        JobRun run = await client.SubmitAsync(Command.Run($"train --out {model}").WithEnvironment("e:1"));
        JobResult result = await run.WaitForCompletionAsync();
        List<string> log = await run.ReadLogAsync().ToListAsync();
        return ($"{run.Name} {result} {string.Join('|', log)} {(await run.GetJobAsync()).Status}", await run.GetMetricsAsync());
    }

    private static ServerlessComputeClient Replayed(ReplayTransport replay) => new(new WorkspaceId(Guid.Empty.ToString(), "resource-group", "workspace"), new Token("t"), replay.CreateClientOptions());

    private ServerlessComputeClient Recorded(InMemoryServerless serverless)
    {
        ServerlessComputeClientOptions options = serverless.CreateClientOptions();
        options.Transport = new RecordingTransport(serverless.Transport, _folder);
        return new ServerlessComputeClient(serverless.Workspace, new Token("t"), options);
    }

    private void Keep(string method, string url, int status, string body)
    {
        Directory.CreateDirectory(_folder);
        string text = JsonSerializer.Serialize(new { liveRequest = new { method, url, headers = new { } }, liveResponse = new { statusCode = $"{status}", headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" }, body = JsonSerializer.Deserialize<JsonElement>(body) } });
        File.WriteAllText(Path.Combine(_folder, $"{Directory.GetFiles(_folder).Length:000}.json"), text);
    }

    private sealed class Token(string text) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(text, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
