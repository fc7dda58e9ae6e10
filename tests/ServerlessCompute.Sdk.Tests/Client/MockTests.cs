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
    public void Client_MockedMemberNotSetUp_SaysSo() =>
        Assert.That(() => new Mock<ServerlessComputeClient> { CallBase = true }.Object.Workspace, Throws.InvalidOperationException.With.Message.Contains("mock"));
}
