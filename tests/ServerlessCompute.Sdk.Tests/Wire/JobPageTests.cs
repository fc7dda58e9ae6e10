namespace ServerlessCompute;

internal sealed class JobPageTests
{
    [Test]
    public void ReadPage_OneJobBroken_KeepsItAndItsNeighbours()
    {
        JobPage page = JobWire.ReadPage(Answer.Bytes("jobs-page"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Jobs.Select(job => job.Name), Is.EqualTo(new[] { "good_one", "bad_one", "odd_one", "last_one" }));
            Assert.That(page.Jobs.Select(job => job.GetType()), Is.EqualTo(new[] { typeof(CommandJob), typeof(UnknownJob), typeof(UnknownJob), typeof(CommandJob) }));
            Assert.That(page.Jobs[1].JobType, Is.EqualTo(JobType.Command));
            Assert.That(page.Jobs[1].AdditionalProperties["resources"].ToString(), Does.Contain("\"two\""));
            Assert.That(page.Jobs[2].AdditionalProperties["qubits"], Is.EqualTo((RawJson)12));
            Assert.That(page.Jobs[3].Status, Is.EqualTo(JobStatus.Canceled));
            Assert.That(page.NextLink, Does.EndWith("$skipToken=H4sI%2B"));
        }
    }

    [Test]
    public void ReadPage_LastAndEmpty_HasNoNextLink() =>
        Assert.That(JobWire.ReadPage("{\"value\":[]}"u8), Is.EqualTo(new JobPage(ValueList<Job>.Empty, null)));

    [Test]
    public void ReadPage_JobThatIsNotEvenText_KeepsItsNeighbours()
    {
        JobPage page = JobWire.ReadPage("""
            {"value":[{"name":"a","properties":{"jobType":"Command","description":"\ud800","command":"c"}},{"name":3,"properties":[]},{"name":"b"}]}
            """u8);

        Assert.That(page.Jobs.Select(job => job.Name), Is.EqualTo(new[] { "a", null, "b" }));
        Assert.That(page.Jobs[0].AdditionalProperties.Keys, Is.EqualTo(new[] { "command" }));
    }

    [TestCase("{\"value\":[{]}")]
    [TestCase("{\"value\":[7]}")]
    [TestCase("{\"value\":{}}")]
    [TestCase("[]")]
    public void ReadPage_NotAPage_IsRefused(string json) =>
        Assert.That(() => JobWire.ReadPage(System.Text.Encoding.UTF8.GetBytes(json)), Throws.TypeOf<JobFormatException>());
}
