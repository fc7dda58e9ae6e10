using Microsoft.Extensions.Logging;

namespace ServerlessCompute;

/// <summary>What is logged, and when.</summary>
internal sealed class LogTests : IDisposable
{
    private readonly FileTree _tree = new FileTree().File("src/train.py", "print(1)\n");
    private readonly InMemoryServerless _serverless = new();
    private readonly LogKeeper _log = new();

    public void Dispose()
    {
        _log.Dispose();
        _serverless.Dispose();
        _tree.Dispose();
    }

    [Test]
    public async Task Log_OfAJobFromSubmissionToDownload_TellsEachStepOnce()
    {
        _serverless.OnCommand("train.py", job => job.WriteOutput("model", "weights.bin", "w"));
        Output model = Output.UriFolder();

        JobRun run = await Client().SubmitAsync(Command.Run($"python train.py {model}").WithCode("src").WithEnvironment("e:1"), new SubmitOptions { BaseFolder = _tree.Root });
        await run.WaitForCompletionAsync(new Progress<JobEvent>());
        await run.DownloadOutputAsync("model", Path.Combine(_tree.Root, "out"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_log.Categories, Is.EqualTo(new[] { ServerlessComputeTelemetry.LogCategory }));
            Assert.That(_log["JobPlanned"], Is.EqualTo(new[] { "The plan for job job_0001 has 1 assets; it uploads 1 files, 9 bytes, at most." }));
            Assert.That(_log["AssetUploaded"], Is.EqualTo(new[] { "src was uploaded: 1 files, 9 bytes." }));
            Assert.That(_log["AssetRegistered"].Single(), Does.StartWith("codes "));
            Assert.That(_log["JobSubmitted"].Single(), Does.StartWith("Job job_0001 (Command) was submitted in 00:00:00").And.EndsWith("new: True."));
            Assert.That(_log["JobStatusSeen"], Does.Contain("Job job_0001 is Queued.").And.Contain("Job job_0001 is Completed."));
            Assert.That(_log["JobEnded"].Single(), Does.StartWith("Job job_0001 ended as Completed after "));
            Assert.That(_log["OutputDownloaded"], Is.EqualTo(new[] { "Output model of job job_0001 was downloaded: 1 files, 1 bytes." }));
        }
    }

    [Test]
    public async Task Log_OfWhatGoesWrong_NamesCodesAndNoMessages()
    {
        _serverless.OnCommand("breaks", job => job.Fail("no luck", "UserError"));
        _serverless.Faults.FailRequests(FaultPlan.Only(1), status: 503);
        JobRun run = await Client().SubmitAsync(Command.Run("breaks").WithEnvironment("e:1"));

        Assert.That(async () => await run.WaitForCompletionAsync(), Throws.TypeOf<JobFailedException>());
        Assert.That(async () => await Client().SubmitAsync(Command.Run("breaks")), Throws.TypeOf<JobValidationException>());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_log["RequestRepeated"].Single(), Does.StartWith("PUT /subscriptions/").And.Contain("attempt 2: 503."));
            Assert.That(_log["JobFailed"], Is.EqualTo(new[] { $"Job {run.Name} failed: UserError." }));
            Assert.That(_log["SubmissionFailed"].Single(), Does.EndWith("was not submitted: ServerlessCompute.JobValidationException."));
            Assert.That(_log.Kept.Select(kept => kept.Text), Has.None.Contains("no luck"));
            Assert.That(_log.Kept.Where(kept => kept.Id.Name is "JobFailed" or "SubmissionFailed" or "RequestRepeated").Select(kept => kept.Level), Is.All.EqualTo(LogLevel.Warning));
        }
    }

    private ServerlessComputeClient Client()
    {
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.LoggerFactory = _log;
        return new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options);
    }
}
