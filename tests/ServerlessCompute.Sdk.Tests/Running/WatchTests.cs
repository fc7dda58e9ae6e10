namespace ServerlessCompute;

internal sealed class WatchTests : IDisposable
{
    private static readonly CommandJob _train = Command.Run("python train.py").WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest");

    private readonly InMemoryServerless _serverless = new();

    public void Dispose() => _serverless.Dispose();

    [Test]
    [Category("S40")]
    [Category("S51")]
    [Category("S52")]
    public async Task WatchAsync_JobThatLogs_TellsEverythingOnceAndItsEndLast()
    {
        _serverless.OnCommand("train.py", async job =>
        {
            for (int epoch = 0; epoch < 3; epoch++)
            {
                await job.DelayAsync(TimeSpan.FromMinutes(10));
                job.Log($"epoch {epoch}");
                job.LogMetric("loss", 1.0 / (epoch + 1), epoch);
            }
        });
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train);

        List<JobEvent> events = await run.WatchAsync().ToListAsync();

        JobStatus[] statuses = [.. events.OfType<JobStatusChanged>().Select(e => e.Status)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statuses, Is.Unique);
            Assert.That(statuses, Does.Contain(JobStatus.Running));
            Assert.That(events[^1], Is.EqualTo(new JobStatusChanged(run.Name, JobStatus.Completed)));
            Assert.That(events.OfType<JobPlaced>().Count(), Is.EqualTo(1));
            Assert.That(events.OfType<JobLogLine>().Select(e => e.Line).Where(line => line.StartsWith("epoch", StringComparison.Ordinal)), Is.EqualTo(new[] { "epoch 0", "epoch 1", "epoch 2" }));
            Assert.That(events.OfType<JobMetricLogged>().Select(e => (e.Metric, e.Point.Step, e.Point.Value)), Is.EqualTo(new[] { ("loss", 0L, 1.0), ("loss", 1L, 0.5), ("loss", 2L, 1.0 / 3) }));
        }
    }

    [Test]
    public async Task WatchAsync_LogOfManyMebibytes_TellsEachLineOnce()
    {
        const int Lines = 300_000;
        _serverless.OnCommand("train.py", job =>
        {
            for (int i = 0; i < Lines; i++)
            {
                job.Log($"step {i} loss 0.5 learning rate 0.001");
            }
        });
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train);

        string[] steps = await run.WatchAsync().OfType<JobLogLine>().Select(e => e.Line.Split(' ')).Where(words => words[0] == "step").Select(words => words[1]).ToArrayAsync();

        Assert.That(steps.SequenceEqual(Enumerable.Range(0, Lines).Select(i => $"{i}")), Is.True, $"{steps.Length} lines");
    }

    [Test]
    public async Task WatchAsync_JobThatIsOver_TellsItsLogAndItsEnd()
    {
        _serverless.OnCommand("train.py", job => job.Log("done"));
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train);
        await run.WaitForCompletionAsync();

        List<JobEvent> events = await run.WatchAsync().ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(events.OfType<JobLogLine>().Select(e => e.Line), Does.Contain("done"));
            Assert.That(events.OfType<JobStatusChanged>().Single().Status, Is.EqualTo(JobStatus.Completed));
        }
    }

    [Test]
    public async Task WaitForCompletionAsync_JobThatFails_ThrowsWithErrorAndLogTail()
    {
        _serverless.OnCommand("train.py", job =>
        {
            for (int i = 0; i < 100; i++)
            {
                job.Log($"line {i}");
            }

            job.Fail("out of memory");
        });
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train);

        JobFailedException e = (await Assert.ThrowsAsync<JobFailedException>(() => run.WaitForCompletionAsync(new JobWaitOptions { LogTailLines = 3 })))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Result.LogTail, Is.EqualTo((ValueList<string>)["line 97", "line 98", "line 99"]));
            Assert.That(e.Message, Does.Contain("out of memory").And.Contain("line 99"));
            Assert.That(e.Result.Status, Is.EqualTo(JobStatus.Failed));
        }
    }

    [Test]
    public async Task WaitForCompletionAsync_ThrowOnFailureIsOff_GivesTheResult()
    {
        _serverless.OnCommand("train.py", job => job.Fail("out of memory"));
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train);

        JobResult result = await run.WaitForCompletionAsync(new JobWaitOptions { ThrowOnFailure = false });

        Assert.That((result.Status, result.Error?.Message), Is.EqualTo((JobStatus.Failed, "out of memory")));
    }

    [Test]
    [Category("S42")]
    public async Task CancelAsync_RunningJob_EndsAsCanceled()
    {
        _serverless.OnCommand("train.py", job => job.DelayAsync(TimeSpan.FromDays(5)));
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train);
        await run.WatchAsync().FirstAsync(e => e is JobStatusChanged { Status: var status } && status == JobStatus.Running);

        await run.CancelAsync();

        JobCanceledException e = (await Assert.ThrowsAsync<JobCanceledException>(() => run.WaitForCompletionAsync()))!;
        Assert.That(e.Result.Duration, Is.LessThan(TimeSpan.FromDays(5)));
    }

    [Test]
    [Category("S42")]
    public async Task CancelAsync_JobThatIsOver_ChangesNothing()
    {
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train);
        await run.WaitForCompletionAsync();

        await run.CancelAsync();

        Assert.That(await run.GetStatusAsync(), Is.EqualTo(JobStatus.Completed));
    }

    [Test]
    [Category("S46")]
    public async Task WaitForCompletionAsync_JobBeyondItsLimit_IsCanceledWithTheReason()
    {
        _serverless.OnCommand("train.py", job => job.DelayAsync(TimeSpan.FromHours(5)));
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train.WithTimeout(TimeSpan.FromHours(1)));

        JobCanceledException e = (await Assert.ThrowsAsync<JobCanceledException>(() => run.WaitForCompletionAsync()))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Result.Duration, Is.EqualTo(TimeSpan.FromHours(1)).Within(TimeSpan.FromMinutes(2)));
            Assert.That(e.Message, Does.Contain("timeout"));
        }
    }

    [Test]
    public async Task WaitForCompletionAsync_WaitIsCancelled_JobGoesOnUnlessAskedOtherwise()
    {
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual });
        ServerlessComputeClient client = serverless.CreateClient();
        JobRun stays = await client.SubmitAsync(_train);
        JobRun goes = await client.SubmitAsync(_train);
        using var stop = new CancellationTokenSource();

        Task first = stays.WaitForCompletionAsync(cancellationToken: stop.Token);
        Task second = goes.WaitForCompletionAsync(new JobWaitOptions { CancelJobWithWait = true }, stop.Token);
        await stop.CancelAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => first, Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => second, Throws.InstanceOf<OperationCanceledException>());
            Assert.That(await stays.GetStatusAsync(), Is.Not.EqualTo(JobStatus.CancelRequested));
            Assert.That(await goes.GetStatusAsync(), Is.EqualTo(JobStatus.CancelRequested).Or.EqualTo(JobStatus.Canceled));
        }
    }

    [Test]
    public async Task DownloadOutputAsync_FilesOfADelegate_ComeBack()
    {
        Output model = Output.UriFolder();
        _serverless.OnCommand("train.py", job => job.WriteOutput("model", "weights/a.txt", "0.5"));
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train.WithCommand($"python train.py --model {model}"));
        await run.WaitForCompletionAsync();
        string folder = Directory.CreateTempSubdirectory("outputs").FullName;
        try
        {
            DownloadedFiles files = await run.DownloadOutputAsync("model", folder);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(files.Files, Is.EqualTo(new[] { Path.Combine(folder, "weights", "a.txt") }));
                Assert.That(await File.ReadAllTextAsync(files.Files[0]), Is.EqualTo("0.5"));
                Assert.That(() => run.DownloadOutputAsync("modle", folder), Throws.ArgumentException.With.Message.Contains("It has: default, model"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task ReadLogAsync_AndGetMetricsAsync_GiveWhatTheJobLogged()
    {
        _serverless.OnCommand("train.py", job =>
        {
            job.Log("a");
            job.Log("b");
            job.LogMetric("loss", double.NaN);
            job.LogMetric("loss", 0.5, 1);
        });
        JobRun run = await _serverless.CreateClient().SubmitAsync(_train);
        await run.WaitForCompletionAsync();

        ValueMap<ValueList<MetricPoint>> metrics = await run.GetMetricsAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await run.ReadLogAsync().ToListAsync(), Is.SupersetOf(new[] { "a", "b" }));
            Assert.That(metrics["loss"].Select(point => point.Value), Is.EqualTo(new[] { double.NaN, 0.5 }));
        }
    }
}
