using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The history of metrics.</summary>
[TestFixture]
[Category("S52")]
internal sealed class MlflowMetricTests
{
    private readonly MlflowFixture _mlflow = new();

    [SetUp]
    public void SetUp()
    {
        for (int i = 0; i < 10; i++)
        {
            _mlflow.Store.LogMetric(MlflowFixture.Job, "loss rate", i / 10.0, i, timestamp: 100 + i);
        }
    }

    [TearDown]
    public void TearDown() => _mlflow.Dispose();

    [Test]
    public void GetHistory_WithoutSize_GivesEverythingAtOnce()
    {
        JsonElement body = _mlflow.Get("metrics/get-history", $"?run_id={MlflowFixture.Job}&metric_key=loss+rate").Body;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(body.At("metrics").EnumerateArray().Select(m => m.At("step").GetInt64()), Is.EqualTo(Enumerable.Range(0, 10)));
            Assert.That(body.At("metrics")[3].GetRawText(), Is.EqualTo("""{"key":"loss rate","value":0.3,"timestamp":103,"step":3}"""));
            Assert.That(body.TryGetProperty("next_page_token", out _), Is.False);
        }
    }

    [Test]
    public void GetHistory_InPages_GivesEachValueOnce()
    {
        List<long> steps = [];
        string token = "";
        do
        {
            JsonElement body = _mlflow.Get("metrics/get-history", $"?run_id={MlflowFixture.Job}&metric_key=loss%20rate&max_results=4&page_token={token}").Body;
            steps.AddRange(body.At("metrics").EnumerateArray().Select(m => m.At("step").GetInt64()));
            token = body.TryGetProperty("next_page_token", out JsonElement next) ? next.GetString()! : "";
        }
        while (token.Length > 0);

        Assert.That(steps, Is.EqualTo(Enumerable.Range(0, 10)));
    }

    [TestCase("?run_id=brave_melon_1", 400)]
    [TestCase("?metric_key=loss", 400)]
    [TestCase("?run_id=nobody&metric_key=loss", 404)]
    [TestCase("?run_id=brave_melon_1&metric_key=unknown", 200)]
    [TestCase("?run_id=calm_apple_2&metric_key=loss", 200)]
    [TestCase("?run_id=brave_melon_1&metric_key=loss&max_results=x", 400)]
    [TestCase("?run_id=brave_melon_1&metric_key=loss&page_token=x", 400)]
    public void GetHistory_Arguments_AreChecked(string query, int status) => Assert.That(_mlflow.Get("metrics/get-history", query).Status, Is.EqualTo(status));

    [TestCase("", 10)]
    [TestCase("&start_step=2&end_step=5", 4)]
    [TestCase("&max_results=1", 1)]
    [TestCase("&max_results=3", 3)]
    public void GetHistoryOfMany_Interval_GivesThatPartOrASampleWithBothEnds(string range, int count)
    {
        JsonElement body = _mlflow.Get(
            "metrics/get-history-bulk-interval", $"?run_ids={MlflowFixture.Job}&run_ids={MlflowFixture.OtherJob}&metric_key=loss%20rate{range}").Body;
        long[] steps = [.. body.At("metrics").EnumerateArray().Select(m => m.At("step").GetInt64())];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps, Has.Length.EqualTo(count));
            Assert.That(steps, Is.Ordered);
            Assert.That(body.At("metrics").EnumerateArray().Select(m => m.Text("run_id")), Is.All.EqualTo(MlflowFixture.Job));
            Assert.That(count == 3 ? steps : [0, 4, 9], Is.EqualTo([0, 4, 9]));
        }
    }

    [Test]
    public void GetHistoryOfMany_WithoutRuns_IsRefused() => Assert.That(_mlflow.Get("metrics/get-history-bulk", "?metric_key=m").Status, Is.EqualTo(400));
}
