namespace ServerlessCompute;

internal sealed class JobComparisonTests
{
    private static readonly CommandJob _job = Command.Run("python train.py --lr ${{inputs.lr}}")
        .WithEnvironment("azureml:sklearn:1").WithInput("lr", 0.1).WithResources("Standard_D4_v3").AddTag("team", "vision");

    [Test]
    public void Of_EqualJobs_FindsNothing() => Assert.That(JobComparison.Of(_job, _job.WithName("other")).Settings, Is.Empty);

    [Test]
    public void Of_TwoJobs_NamesEachDifferenceByItsPath()
    {
        JobComparison found = JobComparison.Of(_job, _job.WithInput("lr", 0.2).WithResources("Standard_D4_v3", 2).WithTags(ValueMap<string>.Empty).WithTimeout(TimeSpan.FromMinutes(5)));

        Assert.That(found.Settings, Is.EquivalentTo(new[]
        {
            new JobDifference("tags.team", "vision", null),
            new JobDifference("inputs.lr", "0.1", "0.2"),
            new JobDifference("resources.instance_count", "1", "2"),
            new JobDifference("limits.timeout", null, "300"),
        }));
    }

    [Test]
    public void Of_JobsOfTwoKinds_SaysSo() =>
        Assert.That(JobComparison.Of(_job, Sweep.Over(_job).Maximize("accuracy").WithLimits(maxTotalTrials: 2)).Settings, Has.Some.EqualTo(new JobDifference("type", "command", "sweep")));

    [Test]
    public void Of_Secrets_ShowsNone()
    {
        JobComparison found = JobComparison.Of(
            _job.WithEnvironmentVariables([new("KEY", Secret.Of("hidden one"))]),
            _job.WithEnvironmentVariables([new("KEY", Secret.Of("hidden two")), new("OTHER", "shown")]));

        Assert.That(found.ToString(), Does.Contain("OTHER").And.Not.Contain("hidden"));
    }

    [Test]
    public async Task CompareJobsAsync_TwoJobsOfTheService_SaysWhatTheySaidAndWhatCameOfThem()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train.py", async job =>
        {
            await job.DelayAsync(TimeSpan.FromMinutes(job.Inputs["lr"] == "0.1" ? 10 : 20));
            job.LogMetric("accuracy", job.Inputs["lr"] == "0.1" ? 0.8 : 0.9);
        });
        ServerlessComputeClient client = serverless.CreateClient();
        await (await client.SubmitAsync(_job.WithName("a"))).WaitForCompletionAsync();
        await (await client.SubmitAsync(_job.WithName("b").WithInput("lr", 0.2))).WaitForCompletionAsync();

        JobComparison found = await client.CompareJobsAsync("a", "b");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Settings, Is.EqualTo(new[] { new JobDifference("inputs.lr", "0.1", "0.2") }));
            Assert.That(found.Outcome, Has.Some.EqualTo(new JobDifference("metrics.accuracy", "0.8", "0.9")));
            Assert.That(found.Outcome.Single(difference => difference.Path == "ran"), Has.Property("First").StartsWith("00:10:").And.Property("Second").StartsWith("00:20:"));
            Assert.That(found.Outcome.Select(difference => difference.Path), Has.None.EqualTo("status"), "Both completed.");
            Assert.That(found.ToString(), Does.StartWith("a → b\nsettings:\n  inputs.lr: 0.1 → 0.2\noutcome:"));
        }
    }
}
