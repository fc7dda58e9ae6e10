#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory
#:package Moq
#:package NUnit
#:package NUnit3TestAdapter
#:property EnableNUnitRunner=true

// How to test code that submits jobs: against the in-memory service, which behaves like the real one and never waits, and with a
// mocked client, where only the call matters. In your own solution the fixture stands in a test project; here it runs itself.
//
// Run it from the repository's root: dotnet run examples/03-unit-test.cs

using Moq;
using NUnit.Framework;
using ServerlessCompute;

/// <summary>Somebody's submission code: a Spot job by night, and Standard when Spot nodes were taken.</summary>
public sealed class NightlyTraining(ServerlessComputeClient client)
{
    public async Task<JobResult> RunAsync(double learningRate)
    {
        Input<double> lr = learningRate;
        CommandJob job = Command.Run($"python train.py --lr {lr}")
            .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")
            .WithQueueSettings(JobTier.Spot)
            .WithTimeout(TimeSpan.FromHours(8))
            .AddTag("schedule", "nightly");
        try
        {
            return await (await client.SubmitAsync(job)).WaitForCompletionAsync();
        }
        catch (JobFailedException e) when (e.ErrorCode == "PreemptionError")
        {
            return await (await client.SubmitAsync(job.WithQueueSettings(JobTier.Standard))).WaitForCompletionAsync();
        }
    }
}

public sealed class NightlyTrainingTests
{
    [Test]
    public async Task RunAsync_JobTakesSixHours_TakesNoTimeHere()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train.py", async job =>
        {
            await job.DelayAsync(TimeSpan.FromHours(6));
            job.LogMetric("accuracy", 0.9);
        });

        JobResult result = await new NightlyTraining(serverless.CreateClient()).RunAsync(0.01);

        Assert.That(result.Duration, Is.GreaterThanOrEqualTo(TimeSpan.FromHours(6)));
        Assert.That(serverless.Jobs.Single().Command, Is.EqualTo("python train.py --lr ${{inputs.lr}}"));
    }

    [Test]
    public async Task RunAsync_SpotNodesAreTaken_RunsAgainOnStandard()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand(job => job.Tier == JobTier.Spot, job => job.Fail("The nodes were taken.", code: "PreemptionError"));

        JobResult result = await new NightlyTraining(serverless.CreateClient()).RunAsync(0.01);

        Assert.That(result.Status, Is.EqualTo(JobStatus.Completed));
        Assert.That(serverless.Jobs.Select(job => job.Tier), Is.EqualTo(new[] { JobTier.Spot, JobTier.Standard }));
    }

    [Test]
    public async Task RunAsync_Always_TagsTheJob()
    {
        var run = new Mock<JobRun>();
        run.Setup(r => r.WaitForCompletionAsync(It.IsAny<JobWaitOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new JobResult { JobName = "mocked", Status = JobStatus.Completed });
        var client = new Mock<ServerlessComputeClient>();
        client.Setup(c => c.SubmitAsync(It.IsAny<Job>(), It.IsAny<SubmitOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(run.Object);

        await new NightlyTraining(client.Object).RunAsync(0.01);

        client.Verify(c => c.SubmitAsync(It.Is<Job>(job => job.Tags["schedule"] == "nightly"), null, It.IsAny<CancellationToken>()), Times.Once);
    }
}
