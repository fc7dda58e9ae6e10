namespace ServerlessCompute;

[Category("S52")]
internal sealed class MlflowWireTests
{
    [Test]
    public void Read_Run_HasMetricsParametersAndTags()
    {
        TrackedRun run = TrackedRun.Read(Answer.Bytes("mlflow-run"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.RunId, Is.EqualTo("brave_tree_1"));
            Assert.That(run.ExperimentId, Is.EqualTo("875f5fd9"));
            Assert.That(run.Status, Is.EqualTo("FINISHED"));
            Assert.That(run.ArtifactUri, Is.EqualTo("azureml://artifacts"));
            Assert.That(run.Metrics[0], Is.EqualTo(new TrackedMetric("accuracy", 0.9737, DateTimeOffset.FromUnixTimeMilliseconds(1774584360000), 4)));
            Assert.That(run.Metrics[1].Value, Is.NaN);
            Assert.That(run.Metrics[1].Step, Is.EqualTo(5));
            Assert.That(run.Parameters, Is.EqualTo((ValueMap<string>)[new("lr", "0.01")]));
            Assert.That(run.Tags, Is.EqualTo((ValueMap<string>)[new("team", "vision")]));
        }
    }

    [Test]
    public void Read_History_KeepsTheOrder()
    {
        TrackedMetricPage page = TrackedMetricPage.Read(Answer.Bytes("mlflow-history"));

        Assert.That(page.Metrics.Select(metric => metric.Value), Is.EqualTo(new[] { 1.5, double.PositiveInfinity, 0.25 }));
        Assert.That(page.NextPageToken, Is.EqualTo("more"));
    }

    [Test]
    public void Read_LastPage_HasNoToken() =>
        Assert.That(TrackedMetricPage.Read("""{"metrics":[],"next_page_token":""}"""u8).NextPageToken, Is.Null);

    [TestCase("{}")]
    [TestCase("{\"run\":{\"data\":{\"metrics\":[{\"value\":\"much\"}]}}}")]
    [TestCase("{\"run\":{\"data\":{\"metrics\":[{\"step\":true}]}}}")]
    public void Read_NoRun_IsRefused(string json) =>
        Assert.That(() => TrackedRun.Read(System.Text.Encoding.UTF8.GetBytes(json)), Throws.TypeOf<JobFormatException>());

    [Test]
    public void Read_TimesBeyondTheCalendar_BecomeTheNearest() =>
        Assert.That(
            TrackedMetricPage.Read("""{"metrics":[{"key":"k","value":1,"timestamp":1e300,"step":"NaN"}]}"""u8).Metrics[0].LoggedAt.Year,
            Is.EqualTo(9999));
}
