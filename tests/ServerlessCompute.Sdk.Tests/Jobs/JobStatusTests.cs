namespace ServerlessCompute;

[Category("S40")]
internal sealed class JobStatusTests
{
    [Test]
    public void IsTerminal_OfEachWord_HoldsForThreeOfThem()
    {
        string[] words =
        [
            JobStatus.Values.NotStarted, JobStatus.Values.Starting, JobStatus.Values.Provisioning, JobStatus.Values.Preparing, JobStatus.Values.Queued,
            JobStatus.Values.Running, JobStatus.Values.Finalizing, JobStatus.Values.CancelRequested, JobStatus.Values.Completed, JobStatus.Values.Failed,
            JobStatus.Values.Canceled, JobStatus.Values.NotResponding, JobStatus.Values.Paused, JobStatus.Values.Scheduled, JobStatus.Values.Unknown, "Hibernating", "completed",
        ];

        Assert.That(words.Where(word => new JobStatus(word).IsTerminal), Is.EqualTo(new[] { "Completed", "Failed", "Canceled", "completed" }));
        Assert.That(default(JobStatus).IsTerminal, Is.False);
    }
}
