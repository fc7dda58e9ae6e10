using Moq;

namespace ServerlessCompute;

/// <summary>What users do in their own unit tests: the client and the handle are mocked.</summary>
internal sealed class MockTests
{
    [Test]
    public async Task Client_Mocked_GivesAMockedRun()
    {
        var run = new Mock<JobRun>();
        run.Setup(r => r.Name).Returns("mocked");
        run.Setup(r => r.WaitForCompletionAsync(It.IsAny<JobWaitOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new JobResult { JobName = "mocked", Status = JobStatus.Completed });
        var client = new Mock<ServerlessComputeClient>();
        client.Setup(c => c.SubmitAsync(It.IsAny<Job>(), null, It.IsAny<CancellationToken>())).ReturnsAsync(run.Object);

        JobResult result = await (await client.Object.SubmitAsync(Command.Run("echo"))).WaitForCompletionAsync();

        Assert.That((result.JobName, result.Status), Is.EqualTo(("mocked", JobStatus.Completed)));
    }

    [Test]
    public async Task Results_Mocked_AreWhatTheTestSays()
    {
        var run = new Mock<JobRun>();
        run.Setup(r => r.GetCostAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new RunCost { NodeTime = TimeSpan.FromHours(1), Amount = 2 });
        run.Setup(r => r.GetArtifactsAsync(It.IsAny<string?>(), It.IsAny<CancellationToken>())).Returns(new[] { new JobArtifact("outputs/a.txt") }.ToAsyncEnumerable());
        var client = new Mock<ServerlessComputeClient>();
        client.Setup(c => c.SubmitAndWaitAsync(It.IsAny<Job>(), It.IsAny<ResubmissionPolicy?>(), null, null, null, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SubmittedResult { Run = run.Object, Result = new JobResult { JobName = "mocked", Status = JobStatus.Completed }, Attempts = [] });
        client.Setup(c => c.CompareJobsAsync("a", "b", It.IsAny<CancellationToken>())).ReturnsAsync(new JobComparison { First = "a", Second = "b" });
        client.Setup(c => c.CreateOrUpdateScheduleAsync(It.IsAny<Schedule>(), null, It.IsAny<CancellationToken>())).ReturnsAsync((Schedule schedule, SubmitOptions? _, CancellationToken _) => schedule with { Id = "made" });

        SubmittedResult done = await client.Object.SubmitAndWaitAsync(Command.Run("echo"), new ResubmissionPolicy());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await done.Run.GetCostAsync()).Amount, Is.EqualTo(2));
            Assert.That(await done.Run.GetArtifactsAsync().ToListAsync(), Has.Count.EqualTo(1));
            Assert.That((await client.Object.CompareJobsAsync("a", "b")).Settings, Is.Empty);
            Assert.That((await client.Object.CreateOrUpdateScheduleAsync(Schedule.Cron("* * * * *", Command.Run("echo")))).Id, Is.EqualTo("made"));
        }
    }

    [Test]
    public void Client_MockedMemberNotSetUp_SaysSo() =>
        Assert.That(() => new Mock<ServerlessComputeClient> { CallBase = true }.Object.Workspace, Throws.InvalidOperationException.With.Message.Contains("mock"));
}
