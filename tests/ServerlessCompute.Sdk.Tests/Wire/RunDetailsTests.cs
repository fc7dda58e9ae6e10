using System.Text;

namespace ServerlessCompute;

internal sealed class RunDetailsTests
{
    [Test]
    public void Read_Running_TellsWhereAndSinceWhen()
    {
        RunDetails details = RunDetails.Read(Answer.Bytes("details-running"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(details.RunId, Is.EqualTo("brave_tree_1"));
            Assert.That(details.Status, Is.EqualTo(JobStatus.Running));
            Assert.That(details.Revision, Is.EqualTo(7));
            Assert.That(details.CreatedAt, Is.EqualTo(new DateTimeOffset(2026, 3, 27, 4, 2, 32, TimeSpan.Zero).AddTicks(7016985)));
            Assert.That(details.StartedAt, Is.GreaterThan(details.CreatedAt!));
            Assert.That(details.EndedAt, Is.Null);
            Assert.That(details.Error, Is.Null);
            Assert.That(details.ParentRunId, Is.Null);
            Assert.That(details.LogFiles.Keys, Is.EqualTo(new[] { "user_logs/std_log.txt" }));
            Assert.That(details.Compute, Is.EqualTo(new RunCompute("serverless", "amlctrain", "STANDARD_E4S_V3", 2, 0, "Dedicated", "eastus2")));
            Assert.That(details.Tags, Is.EqualTo((ValueMap<string>)[new("team", "vision")]));
            Assert.That(details.Properties.Keys, Is.EqualTo(new[] { "_azureml.ComputeTargetType" }));
            Assert.That(details.Queueing, Is.Null);
            Assert.That(details.Warnings, Is.Empty);
            Assert.That(details.Outputs, Is.Empty);
        }
    }

    [Test]
    [Category("S44")]
    public void Read_Failed_TellsWhy()
    {
        RunDetails details = RunDetails.Read(Answer.Bytes("details-failed"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(details.Status, Is.EqualTo(JobStatus.Failed));
            Assert.That(details.EndedAt, Is.GreaterThan(details.StartedAt!));
            Assert.That(details.Error?.Code, Is.EqualTo("UserError"));
            Assert.That(details.Error?.TellingCode, Is.EqualTo("UserScriptFailed"));
            Assert.That(details.Error?.Message, Does.Contain("status code 3"));
            Assert.That(details.Error?.Operation, Is.EqualTo("390b59cc2fe710072f6acfeb2c2ebc94"));
            Assert.That(details.Warnings, Is.EqualTo(new[] { "The node was slow." }));
        }
    }

    [Test]
    [Category("S44")]
    public void ReadPage_Children_TellWhyTheyWait()
    {
        RunPage page = RunPage.Read(Answer.Bytes("children"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Runs.Select(run => run.RunId), Is.EqualTo(new[] { "child_0", "child_1" }));
            Assert.That(page.Runs[0].ParentRunId, Is.EqualTo("brave_tree_1"));
            Assert.That(page.Runs[0].Queueing?.Code, Is.EqualTo("Scheduling"));
            Assert.That(page.Runs[0].Queueing?.Message, Is.EqualTo("Job is in scheduling state"));
            Assert.That(page.Runs[0].Queueing?.RefreshedAt?.Minute, Is.EqualTo(3));
            Assert.That(page.Runs[1].CancelationReason, Is.EqualTo("too slow"));
            Assert.That(page.ContinuationToken, Is.EqualTo("abc"));
            Assert.That(page.NextLink, Is.Null);
        }
    }

    [Test]
    public void Read_RunData_NamesTheAssets()
    {
        RunDetails run = RunMetadata.Read(Answer.Bytes("run-data"));

        Assert.That(run.Status, Is.EqualTo(JobStatus.Completed));
        Assert.That(run.Outputs["model"], Is.EqualTo(new RunOutput("azureml://locations/eastus2/workspaces/0bdd51b6/data/azureml_brave_tree_1_output_data_model/versions/1", "UriFolder")));
    }

    [Test]
    public void Read_AMemberOfTheWrongType_HurtsOnlyWhoAsksForIt()
    {
        RunDetails details = RunDetails.Read("""{"status":"Running","revision":"many","tags":7,"startTimeUtc":"soon"}"""u8.ToArray());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(details.Status, Is.EqualTo(JobStatus.Running));
            Assert.That(details.Revision, Is.Null);
            Assert.That(() => details.Tags, Throws.TypeOf<JobFormatException>());
            Assert.That(() => details.StartedAt, Throws.TypeOf<JobFormatException>());
        }
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{\"status\":1}")]
    [TestCase("{\"status\":\"Running\"")]
    public void Read_NoDetails_IsRefused(string json) =>
        Assert.That(() => RunDetails.Read(Encoding.UTF8.GetBytes(json)), Throws.TypeOf<JobFormatException>());

    [Test]
    public void Read_RecordedDetails_AreUnderstood()
    {
        Recordings.Demand();
        RunDetails running = RunDetails.Read(Recorded("080"));
        RunDetails failed = RunDetails.Read(Recorded("081"));
        RunPage children = RunPage.Read(Recorded("082"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(running.Status, Is.EqualTo(JobStatus.Running));
            Assert.That(running.Revision, Is.EqualTo(3));
            Assert.That(running.LogFiles, Has.Count.EqualTo(3));
            Assert.That(failed.Error?.TellingCode, Is.EqualTo("PipelineHasStepJobFailed"));
            Assert.That(failed.EndedAt, Is.GreaterThan(failed.StartedAt!));
            Assert.That(children.Runs[0].Queueing?.Code, Is.EqualTo("InsufficientAvailableNodes"));
            Assert.That(children.Runs[0].Compute?.InstanceCount, Is.EqualTo(1));
        }
    }

    private static byte[] Recorded(string prefix) => Encoding.UTF8.GetBytes(Recordings.Body(prefix)!.ToJsonString());
}
