using Azure.Core;

namespace ServerlessCompute;

/// <summary>What is counted and measured.</summary>
internal sealed class MeasurementTests
{
    private static readonly CommandJob Train = Command.Run("train").WithEnvironment("e:1");

    [Test]
    public async Task Measurements_OfAJob_AreOneOfEach()
    {
        using var keeper = new MeasurementKeeper("measured");
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { WorkspaceName = "measured" });
        serverless.OnCommand("train", job => job.DelayAsync(TimeSpan.FromMinutes(5)));

        JobRun run = await serverless.CreateClient().SubmitAsync(Train);
        _ = await run.WatchAsync().ToListAsync();
        JobResult result = await run.WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(keeper["submissions"], Is.EqualTo(new[] { 1 }));
            Assert.That(keeper.Tag("submissions", SpanTags.JobType), Is.EqualTo("Command"));
            Assert.That(keeper["submit.duration"].Count(), Is.EqualTo(1));
            Assert.That(keeper["completions"], Is.EqualTo(new[] { 1 }), "A watch and a wait see the same end.");
            Assert.That(keeper.Tag("completions", SpanTags.JobStatus), Is.EqualTo("Completed"));
            Assert.That(keeper["job.run.duration"].Single(), Is.EqualTo(result.Duration!.Value.TotalSeconds).And.GreaterThanOrEqualTo(300));
            Assert.That(keeper["job.queue.duration"].Single(), Is.Positive);
            Assert.That(keeper["watchers"], Is.EqualTo(new[] { 1, -1, 1, -1 }));
            Assert.That(keeper["retries"], Is.Empty);
        }
    }

    [Test]
    public async Task Measurements_OfAThrottledRequest_AreTheRepetitionAndTheWait()
    {
        using var keeper = new MeasurementKeeper("throttled");
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { WorkspaceName = "throttled" });
        serverless.Faults.Throttle(FaultPlan.Only(1), waitSeconds: 20);

        await serverless.CreateClient().SubmitAsync(Train);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(keeper["retries"], Is.EqualTo(new[] { 1 }));
            Assert.That(keeper.Tag("retries", SpanTags.Reason), Is.EqualTo("429"));
            Assert.That(keeper["throttled.duration"], Is.EqualTo(new[] { 20 }));
        }
    }

    [Test]
    public void Measurements_OfASubmissionThatFails_NameTheError()
    {
        using var keeper = new MeasurementKeeper("refused");
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { WorkspaceName = "refused" });

        Assert.That(async () => await serverless.CreateClient().SubmitAsync(Command.Run("x")), Throws.TypeOf<JobValidationException>());

        Assert.That(keeper.Tag("submissions", SpanTags.ErrorType), Is.EqualTo("ServerlessCompute.JobValidationException"));
    }
}
