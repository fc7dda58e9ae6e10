namespace ServerlessCompute;

internal sealed class RunDetailsTests
{
    [Test]
    public void Read_Recorded_Failed_SaysWhy()
    {
        Recordings.Demand();
        RunDetails details = RunDetails.Read(System.Text.Encoding.UTF8.GetBytes(Recordings.Body("081")!.ToJsonString()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(details.Status, Is.EqualTo(JobStatus.Failed));
            Assert.That(details.Revision, Is.EqualTo(8));
            Assert.That(details.Error?.TellingCode, Is.EqualTo("PipelineHasStepJobFailed"));
            Assert.That(details.LogFiles.Keys, Does.Contain("logs/azureml/stdoutlogs.txt"));
            Assert.That(details.EndedAt > details.StartedAt);
        }
    }
}
