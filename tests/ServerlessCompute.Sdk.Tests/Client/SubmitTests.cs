using Azure;

namespace ServerlessCompute;

/// <summary>Submission through the real pipeline, against the service in memory.</summary>
internal sealed class SubmitTests : IDisposable
{
    private static readonly CommandJob _hello = Command.Run("echo hello").WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest");

    private readonly InMemoryServerless _serverless = new();

    private ServerlessComputeClient Client => _serverless.CreateClient();

    public void Dispose() => _serverless.Dispose();

    [Test]
    [Category("S01")]
    public async Task SubmitAsync_HelloWorld_Completes()
    {
        JobRun run = await Client.SubmitAsync(_hello);
        JobResult result = await run.WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.WasCreated, Is.True);
            Assert.That(result.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(result.InstanceType, Does.StartWith("Standard_"));
            Assert.That(result.Duration, Is.GreaterThan(TimeSpan.Zero));
            Assert.That(_serverless.Jobs.Single().Body.TryGetProperty("computeId", out _), Is.False);
        }
    }

    [Test]
    public async Task SubmitAsync_JobWithMistakes_ListsAllAndSendsNothing()
    {
        CommandJob broken = Command.Run("").WithResources("Standard_E4s_v3", 0);

        JobValidationException e = (await Assert.ThrowsAsync<JobValidationException>(() => Client.SubmitAsync(broken)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Diagnostics.Count, Is.GreaterThanOrEqualTo(3));
            Assert.That(_serverless.Jobs, Is.Empty);
        }
    }

    [Test]
    [Category("S41")]
    public async Task SubmitAsync_NamedJobTwice_RunsOnce()
    {
        CommandJob named = _hello.WithName("train-2026");

        JobRun first = await Client.SubmitAsync(named);
        await first.WaitForCompletionAsync();
        JobRun second = await Client.SubmitAsync(named);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.WasCreated, Is.True);
            Assert.That(second.WasCreated, Is.False);
            Assert.That(await second.GetStatusAsync(), Is.EqualTo(JobStatus.Completed));
            Assert.That(_serverless.Jobs, Has.Count.EqualTo(1));
        }
    }

    [Test]
    [Category("S41")]
    public async Task SubmitAsync_OtherJobOfThatName_IsAConflict()
    {
        await Client.SubmitAsync(_hello.WithName("train-2026"));

        JobConflictException e = (await Assert.ThrowsAsync<JobConflictException>(
            () => Client.SubmitAsync(_hello.WithName("train-2026").WithCommand("echo other"))))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.JobName, Is.EqualTo("train-2026"));
            Assert.That(e.Differences, Is.EqualTo(["command"]));
        }
    }

    [Test]
    public async Task SubmitAsync_SameOperationTwice_RunsOnce()
    {
        var options = new SubmitOptions { OperationId = "nightly/2026-11-23" };

        JobRun first = await Client.SubmitAsync(_hello, options);
        JobRun second = await Client.SubmitAsync(_hello, options);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Name, Is.EqualTo(first.Name));
            Assert.That(second.WasCreated, Is.False);
        }
    }

    [Test]
    public async Task SubmitAsync_NoName_EachSubmissionIsAnotherJob()
    {
        await Client.SubmitAsync(_hello);
        await Client.SubmitAsync(_hello);

        Assert.That(_serverless.Jobs.Select(job => job.Name), Is.Unique.And.Exactly(2).Items);
    }

    [Test]
    public void SubmitAsync_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(() => Client.SubmitAsync(_hello, null, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    [Category("S03")]
    public async Task SubmitAsync_SizeInAnotherCase_IsTheSameSize()
    {
        JobResult result = await (await Client.SubmitAsync(_hello.WithResources("STANDARD_e4S_v3", 2))).WaitForCompletionAsync();

        Assert.That((result.InstanceType, result.InstanceCount), Is.EqualTo(("Standard_E4s_v3", 2)).Or.EqualTo(("STANDARD_e4S_v3", 2)));
    }

    [Test]
    [Category("S04")]
    public async Task SubmitAsync_TierInAnotherCase_IsSentAsTheServiceSpellsIt()
    {
        await Client.SubmitAsync(_hello.WithQueueSettings("spot"));

        Assert.That(_serverless.Jobs.Single().Tier, Is.EqualTo(JobTier.Spot));
    }

    [Test]
    [Category("S30")]
    public async Task WaitForCompletionAsync_UnknownSize_IsAQuotaExceptionThatNamesOthers()
    {
        JobRun run = await Client.SubmitAsync(_hello.WithResources("Standard_E4s_v33"));

        QuotaException e = (await Assert.ThrowsAsync<QuotaException>(() => run.WaitForCompletionAsync()))!;

        Assert.That(e.Message, Does.Contain("Standard_E4s_v3"));
    }

    [Test]
    public async Task GetStatusAsync_NoSuchJob_SaysSo()
    {
        ServerlessRequestException e = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Client.GetRun("nobody").GetStatusAsync()))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e, Is.InstanceOf<RequestFailedException>());
            Assert.That((e.Status, e.ErrorCode), Is.EqualTo((404, "JobNotFound")));
            Assert.That(e.Message, Does.Contain("Job nobody not found."));
        }
    }
}
