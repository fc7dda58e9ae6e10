using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// The process dies between any two steps of upload and submission, and another one repeats the call: one job, one snapshot, nothing torn.
/// A process that dies leaves nothing but what the service has, so here a client dies: from one request on, nothing of it comes through,
/// and another client, which knows nothing of the first, goes on.
/// </summary>
internal sealed class KillTests : IDisposable
{
    private readonly FileTree _tree = new FileTree()
        .File("src/train.py", "print(1)\n").File("src/lib/util.py", "x = 1\n").File("data/a.csv", "1,2\n").File("data/n/b.csv", "3\n")
        .File("docker/Dockerfile", "FROM x\n").File("docker/deep/run.sh", "echo\n");

    private static CommandJob Job => Command.Run("python train.py ${{inputs.data}}").WithCode("src").WithBuild("docker").WithInput("data", Input.UriFolder("data"));

    private SubmitOptions Options => new() { BaseFolder = _tree.Root, OperationId = "nightly-7" };

    public void Dispose() => _tree.Dispose();

    [Test]
    public async Task SubmitAsync_AfterADeathBeforeAnyRequest_LeavesOneOfEach([Values] bool answerIsLost)
    {
        int requests = await CountAsync();

        using (Assert.EnterMultipleScope())
        {
            for (int last = 0; last <= requests; last++)
            {
                await DieAndRepeatAsync(last, answerIsLost);
            }
        }

        Assert.That(requests, Is.GreaterThan(15));
    }

    [Test]
    public async Task SubmitAsync_DyingAgainAndAgain_GetsThereInTheEnd()
    {
        using var service = new RawService();
        int deaths = 0;
        JobRun? run = null;
        while (run is null)
        {
            try
            {
                // Each process gets one request further than the last.
                run = await Client(service, new MortalTransport(service.Serverless.Transport, deaths, answerIsLost: deaths % 2 == 0)).SubmitAsync(Job, Options);
            }
            catch (ProcessDiedException)
            {
                deaths++;
            }
        }

        Assert.That(deaths, Is.GreaterThan(5));
        await AssertOneOfEachAsync(service, $"after {deaths} deaths");
    }

    [Test]
    public async Task SubmitAsync_FromManyProcessesAtOnce_LeavesOneOfEach()
    {
        using var service = new RawService();

        JobRun[] runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => service.Serverless.CreateClient().SubmitAsync(Job, Options))));

        Assert.That(runs.Count(run => run.WasCreated == true), Is.EqualTo(1));
        await AssertOneOfEachAsync(service, "after a race");
    }

    private async Task DieAndRepeatAsync(int last, bool answerIsLost)
    {
        using var service = new RawService();
        string when = $"when request {last} was the last{(answerIsLost ? " and its answer was lost" : "")}";
        try
        {
            await Client(service, new MortalTransport(service.Serverless.Transport, last, answerIsLost)).SubmitAsync(Job, Options);
        }
        catch (ProcessDiedException)
        {
            // As it should.
        }

        JobRun run = await service.Serverless.CreateClient().SubmitAsync(Job, Options);

        JobResult result = await run.WaitForCompletionAsync();
        Assert.That(result.Status, Is.EqualTo(JobStatus.Completed), when);
        await AssertOneOfEachAsync(service, when);
    }

    private static async Task AssertOneOfEachAsync(RawService service, string when)
    {
        Assert.That(service.Serverless.Jobs, Has.Count.EqualTo(1), when);
        System.Text.Json.JsonElement job = service.Serverless.Jobs.Single().Body;
        string code = (await service.SendAsync("GET", $"https://management.azure.com{job.GetProperty("codeId").GetString()}?api-version={RawService.Version}")).Json.GetProperty("properties").GetProperty("codeUri").GetString()!;
        string data = job.GetProperty("inputs").GetProperty("data").GetProperty("uri").GetString()!;
        Assert.That(service.Engine.Assets.Names(AssetKind.Code).Sum(name => service.Engine.Assets.Versions(AssetKind.Code, name).Count), Is.EqualTo(1), when);
        Assert.That(service.Engine.Assets.Names(AssetKind.Environment), Has.Count.EqualTo(1), when);
        Assert.That(Blobs(service, new Uri(code).AbsolutePath.Split('/')[1]), Is.EqualTo(["src/lib/util.py x = 1\n", "src/train.py print(1)\n"]), when);
        Assert.That(
            Blobs(service, "azureml-blobstore-" + service.Engine.Workspace.WorkspaceId).Where(blob => blob.StartsWith(data.Split("/paths/")[1], StringComparison.Ordinal)).Select(blob => blob.Split("/data/")[1]),
            Is.EqualTo(["a.csv 1,2\n", "n/b.csv 3\n"]),
            when);
    }

    private static IEnumerable<string> Blobs(RawService service, string container) =>
        service.Engine.Files.Store.Container(service.Engine.Files.Account, container).List("", null, null, int.MaxValue).Entries
            .Select(entry => $"{entry.Name} {BlobFixture.Text(service.Engine.Files.Store.Container(service.Engine.Files.Account, container).TryGet(entry.Name)!.Content)}");

    private async Task<int> CountAsync()
    {
        using var service = new RawService();
        var transport = new MortalTransport(service.Serverless.Transport, int.MaxValue, answerIsLost: false);
        await Client(service, transport).SubmitAsync(Job, Options);
        return transport.Count;
    }

    private static ServerlessComputeClient Client(RawService service, HttpPipelineTransport transport)
    {
        ServerlessComputeClientOptions options = service.Serverless.CreateClientOptions();
        options.Transport = transport;
        options.TimeProvider = new HastyTime();
        return new ServerlessComputeClient(service.Serverless.Workspace, new AnyCredential(), options);
    }

    /// <summary>Lets some requests through, and none after them; the answer of the last may be lost.</summary>
    private sealed class MortalTransport(HttpPipelineTransport service, int lives, bool answerIsLost) : HttpPipelineTransport
    {
        private int _count;

        public int Count => _count;

        public override Request CreateRequest() => service.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException("Nothing here is sent so.");

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            int number = Interlocked.Increment(ref _count);
            if (number > lives + (answerIsLost ? 1 : 0))
            {
                throw new ProcessDiedException();
            }

            await service.ProcessAsync(message);
            if (answerIsLost && number > lives)
            {
                throw new ProcessDiedException();
            }
        }
    }

    private sealed class ProcessDiedException : Exception;
}
