using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>What a submission, a wait, a watch and a download leave in a trace.</summary>
internal sealed class SpanTests : IDisposable
{
    private readonly FileTree _tree = new FileTree().File("src/train.py", "print(1)\n").File("src/a.py", "x\n");
    private readonly InMemoryServerless _serverless = new(new InMemoryServerlessOptions { WorkspaceName = "traced" });

    public SpanTests() => _serverless.OnCommand("train.py", job =>
    {
        job.Log("hello");
        job.WriteOutput("model", "weights.bin", "w");
    });

    public void Dispose()
    {
        _serverless.Dispose();
        _tree.Dispose();
    }

    [Test]
    public async Task SubmitAsync_WithCodeAndEnvironment_HasAChildForEachPart()
    {
        using var keeper = new SpanKeeper();

        JobRun run = await SubmitAsync();

        Activity submit = keeper["ServerlessComputeClient.Submit"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                keeper.Spans.Where(span => span.ParentSpanId == submit.SpanId).Select(span => span.OperationName.Split('.')[1]).Order(),
                Is.EqualTo(new[] { "Plan", "Put", "Register", "Register", "Upload" }));
            Assert.That(Tags(submit), Is.SupersetOf(new[]
            {
                "azure.resource_provider.namespace=Microsoft.MachineLearningServices", "azureml.workspace.name=traced", $"azureml.job.name={run.Name}",
                "azureml.job.type=Command", "azureml.job.is_new=True",
            }));
            Assert.That(Tags(keeper["ServerlessComputeClient.Upload"]), Is.SupersetOf(new[] { "azureml.files=2", "azureml.bytes=11" }));
            Assert.That(Tags(keeper["ServerlessComputeClient.Put"]), Does.Contain($"azureml.job.name={run.Name}").And.Contain("azureml.api_version=2024-04-01"));
            Assert.That(keeper.Spans.Where(span => span.OperationName.EndsWith("Register", StringComparison.Ordinal)).SelectMany(Tags), Does.Contain("azureml.asset.kind=codes").And.Contain("azureml.asset.kind=environments"));
            Assert.That(keeper.Spans.Select(span => span.Status), Is.All.EqualTo(ActivityStatusCode.Unset));
            Assert.That(keeper.Spans.Select(span => span.Kind), Is.All.EqualTo(ActivityKind.Internal));
        }
    }

    [Test]
    public async Task SubmitAsync_CodeIsThereAlready_UploadsAndRegistersNothing()
    {
        await SubmitAsync();
        using var keeper = new SpanKeeper();

        await SubmitAsync();

        Assert.That(keeper.Spans.Select(span => span.OperationName.Split('.')[1]), Has.None.AnyOf("Upload"));
    }

    [Test]
    public void SubmitAsync_JobIsWrong_EndsInAnErrorWithTheExceptionsTypeAlone()
    {
        using var keeper = new SpanKeeper();

        Assert.That(async () => await _serverless.CreateClient().SubmitAsync(Command.Run("x")), Throws.TypeOf<JobValidationException>());

        Activity submit = keeper["ServerlessComputeClient.Submit"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(submit.Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(submit.StatusDescription, Is.Null);
            Assert.That(Tags(submit), Does.Contain("error.type=ServerlessCompute.JobValidationException"));
            Assert.That(submit.Events, Is.Empty);
        }
    }

    [Test]
    public async Task WaitForCompletionAsync_InAnotherTrace_LinksToTheSubmissionAndTellsTheJobsOwnLife()
    {
        JobRun run;
        ActivityContext origin;
        using (var submission = new SpanKeeper())
        {
            run = await SubmitAsync();
            origin = submission["ServerlessComputeClient.Submit"].Context;
        }

        using var keeper = new SpanKeeper();

        JobResult result = await run.WaitForCompletionAsync();
        await run.WaitForCompletionAsync();

        Activity job = keeper["Job"], wait = keeper.Spans.First(span => span.OperationName == "JobRun.WaitForCompletion");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wait.Links.Select(link => link.Context.SpanId), Is.EqualTo(new[] { origin.SpanId }));
            Assert.That(Tags(wait), Does.Contain("azureml.job.status=Completed"));
            Assert.That(job.ParentSpanId, Is.EqualTo(wait.SpanId));
            Assert.That(job.StartTimeUtc + job.Duration, Is.EqualTo(result.EndedAt!.Value.UtcDateTime).Within(TimeSpan.FromMilliseconds(1)));
            Assert.That(job.Events.Single().Timestamp, Is.EqualTo(result.StartedAt));
        }
    }

    [Test]
    public async Task WaitForCompletionAsync_JobFails_EndsInAnErrorWithTheServicesCode()
    {
        _serverless.OnCommand("breaks", job => job.Fail("no luck"));
        JobRun run = await _serverless.CreateClient().SubmitAsync(Command.Run("breaks").WithEnvironment("e:1"));
        using var keeper = new SpanKeeper();

        Assert.That(async () => await run.WaitForCompletionAsync(), Throws.TypeOf<JobFailedException>());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(keeper["JobRun.WaitForCompletion"].Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(keeper["Job"].Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(keeper.Spans.SelectMany(Tags), Has.None.Contains("no luck"));
        }
    }

    [Test]
    public async Task WatchAsync_WhileItIsRead_IsTheCurrentSpanOfItsRequestsAndNotOfTheReader()
    {
        JobRun run = await SubmitAsync();
        using var keeper = new SpanKeeper(all: true);
        Activity? outside = Activity.Current;
        var seen = new HashSet<Activity?>();

        int events = 0;
        await foreach (JobEvent _ in run.WatchAsync())
        {
            events++;
            seen.Add(Activity.Current);
        }

        Activity watch = keeper["JobRun.Watch"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen, Is.EqualTo(new[] { outside }));
            Assert.That(Tags(watch), Does.Contain($"azureml.events={events}").And.Contain("azureml.job.status=Completed"));
            Assert.That(keeper.Spans.Where(span => span.Source.Name == "Azure.Core.Http").Select(span => span.ParentSpanId), Is.Not.Empty.And.All.EqualTo(watch.SpanId));
        }
    }

    [Test]
    public async Task DownloadOutputAsync_Always_SaysHowMuch()
    {
        JobRun run = await SubmitAsync();
        await run.WaitForCompletionAsync();
        using var keeper = new SpanKeeper();

        await run.DownloadOutputAsync("model", Path.Combine(_tree.Root, "out"));

        Assert.That(Tags(keeper["JobRun.DownloadOutput"]), Is.SupersetOf(new[] { $"azureml.job.name={run.Name}", "azureml.files=1", "azureml.bytes=1" }));
    }

    private Task<JobRun> SubmitAsync()
    {
        Output model = Output.UriFolder();
        return _serverless.CreateClient().SubmitAsync(
            Command.Run($"python train.py {model}").WithCode("src").WithImage("python:3.12"), new SubmitOptions { BaseFolder = _tree.Root });
    }

    private static IEnumerable<string> Tags(Activity span) => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}");
}
