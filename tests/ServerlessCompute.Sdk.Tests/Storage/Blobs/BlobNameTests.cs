namespace ServerlessCompute;

[TestFixture]
internal sealed class BlobNameTests
{
    private static readonly Blob _log = Blob.OfLog("job-1", "user_logs/std_log.txt", AppendedContent.Start);

    [Test]
    public void Name_OfALog_IsItsPathAmongTheArtifacts() =>
        Assert.That(_log.Name, Is.EqualTo(WorkspaceFiles.ArtifactPath("job-1", "user_logs/std_log.txt")));

    [TestCase("ExperimentRun/dcid.job-1/user_logs/std_log.txt")]
    [TestCase("ExperimentRun/dcid.job-1/user_logs/std_log.txt2")]
    [TestCase("ExperimentRun/dcid.job-1/user_logs/std_log.tx")]
    [TestCase("ExperimentRun/dcid.job-1/")]
    [TestCase("ExperimentRun/dcid.job-1")]
    [TestCase("ExperimentRun/dcid.job-")]
    [TestCase("ExperimentRun/dcid.job-2/user_logs/std_log.txt")]
    [TestCase("ExperimentRun/dcid.job-10/user_logs/std_log.txt")]
    [TestCase("ExperimentRun/dcid.")]
    [TestCase("ExperimentRun/a")]
    [TestCase("Z")]
    [TestCase("")]
    public void CompareName_WithAnother_IsTheOrderOfTheNames(string other) =>
        Assert.That(Math.Sign(_log.CompareName(other)), Is.EqualTo(Math.Sign(string.CompareOrdinal(_log.Name, other))));

    [Test]
    public void With_AnotherName_HasThat() => Assert.That((_log with { Name = "other" }).Name, Is.EqualTo("other"));
}
