using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;

namespace ServerlessCompute;

/// <summary>Searching runs: what filters mean, how orders sort, how pages follow each other.</summary>
[TestFixture]
internal sealed class MlflowSearchTests
{
    private static readonly string[] Words =
        ["metrics.", "params", ".", "`", "'", "\"", "a", " ", "=", "<", "!", "1", "-", "LIKE", "IN", "(", ")", ",", "IS", "NOT", "NULL", "AND", "é"];

    private readonly MlflowFixture _mlflow = new();

    [SetUp]
    public void SetUp()
    {
        _mlflow.Store.LogMetric(MlflowFixture.Job, "acc", 0.9);
        _mlflow.Store.LogMetric(MlflowFixture.Job, "odd name", 1);
        _mlflow.Store.LogParam(MlflowFixture.Job, "lr", "0.1");
        _mlflow.Store.LogParam(MlflowFixture.Job, "model/type", "Tree's");
        _mlflow.Store.LogMetric(MlflowFixture.OtherJob, "acc", double.NaN);
        _mlflow.Store.SetTag(MlflowFixture.OtherJob, "mlflow.parentRunId", "p");
    }

    [TearDown]
    public void TearDown() => _mlflow.Dispose();

    [TestCase("", "both")]
    [TestCase("   ", "both")]
    [TestCase("metrics.acc > 0.5", "first")]
    [TestCase("metric.acc>=.9 and metrics.acc<=9e-1", "first")]
    [TestCase("metrics.acc != 1", "both")]
    [TestCase("metrics.acc < -1", "none")]
    [TestCase("metrics.unknown > 0", "none")]
    [TestCase("metrics.`odd name` = 1", "first")]
    [TestCase("metrics.\"odd name\" = 1", "first")]
    [TestCase("params.lr = '0.1'", "first")]
    [TestCase("params.lr = \"0.1\"", "first")]
    [TestCase("params.lr != '0.1'", "none")]
    [TestCase("param.model/type = \"Tree's\"", "first")]
    [TestCase("parameters.`model/type` LIKE 'Tree%'", "first")]
    [TestCase("params.`model/type` like 'tree%'", "none")]
    [TestCase("params.`model/type` ILIKE 'TREE_s'", "first")]
    [TestCase("params.lr IS NULL", "second")]
    [TestCase("params.lr is not null", "first")]
    [TestCase("tags.team = 'red'", "first")]
    [TestCase("tags.`mlflow.parentRunId` = 'p'", "second")]
    [TestCase("tags.mlflow.parentRunId = 'p'", "second")]
    [TestCase("tag.team IN ('blue', 'red')", "first")]
    [TestCase("attributes.status = 'FINISHED'", "second")]
    [TestCase("status = 'RUNNING' AND user_id = 'ada'", "first")]
    [TestCase("attribute.run_id IN ('brave_melon_1','x')", "first")]
    [TestCase("run_id NOT IN ('brave_melon_1')", "second")]
    [TestCase("attr.start_time > 1500", "second")]
    [TestCase("attributes.end_time > 0", "second")]
    [TestCase("attributes.`Run name` = 'first'", "first")]
    [TestCase("run_name LIKE '%'", "both")]
    [TestCase("attributes.Created < 1500 and metrics.acc > 0", "first")]
    public void Search_Filter_FindsTheRunsItMeans(string filter, string expected)
    {
        string[] found = Search(filter);

        Assert.That(found, Is.EquivalentTo(expected switch
        {
            "both" => [MlflowFixture.Job, MlflowFixture.OtherJob],
            "first" => [MlflowFixture.Job],
            "second" => [MlflowFixture.OtherJob],
            _ => Array.Empty<string>(),
        }));
    }

    [TestCase("metrics.acc", "a comparison is missing")]
    [TestCase("metrics.acc ~ 1", "a comparison is missing")]
    [TestCase("metrics.acc > 'x'", "a number is missing")]
    [TestCase("metrics.acc LIKE 'x'", "is a number and takes")]
    [TestCase("metrics.acc IS NULL", "is a number and takes")]
    [TestCase("metrics. > 1", "a name is missing")]
    [TestCase("params.lr = 0.1", "a text in quotation marks is missing")]
    [TestCase("params.lr > '0.1'", "is a text and takes")]
    [TestCase("params.lr = '0.1", "is not closed")]
    [TestCase("params.lr IN ('0.1'", "does not end with ')'")]
    [TestCase("params.lr IN '0.1'", "a list in parentheses is missing")]
    [TestCase("params.lr IS 0", "NULL is missing")]
    [TestCase("params.lr = '0.1' OR params.lr = '0.2'", "only AND can join")]
    [TestCase("params.lr = '0.1' and", "a name is missing")]
    [TestCase("dataset.name = 'x'", "'dataset' is nothing to search by")]
    [TestCase("attributes.colour = 'x'", "There is no attribute 'colour'")]
    public void Search_FilterThatCannotBeRead_SaysWhere(string filter, string says)
    {
        (int status, JsonElement body) = _mlflow.Post("runs/search", Body(filter));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(400));
            Assert.That(body.Error(), Does.StartWith("INVALID_PARAMETER_VALUE").And.Contain(says));
        }
    }

    [Test]
    public void Search_AnyText_IsReadOrRefused() =>
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).List[0, 12]
            .Sample(parts =>
            {
                try
                {
                    MlflowFilter.Parse(string.Concat(parts), MlflowRunSubject.Vocabulary);
                    return true;
                }
                catch (MlflowException)
                {
                    return true;
                }
            });

    [Test]
    public void Pattern_AnyTextAndPattern_MatchAsTheRegularExpression() =>
        Gen.Select(Gen.String[Gen.Char["ab%_"], 0, 8], Gen.String[Gen.Char["abB"], 0, 10], Gen.Bool).Sample((pattern, text, ignoreCase) =>
            MlflowPattern.Matches(pattern, text, ignoreCase)
            == Regex.IsMatch(text, $"^{pattern.Replace("%", ".*", StringComparison.Ordinal).Replace('_', '.')}\\z", ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None, TimeSpan.FromSeconds(5)));

    [Test]
    public void Search_ByMetric_PutsNaNAndMissingLast()
    {
        string low = Make("acc", 0.1);
        string none = Make("other", 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Search("", "metrics.acc"), Is.EqualTo([low, MlflowFixture.Job, MlflowFixture.OtherJob, none]));
            Assert.That(Search("", "metrics.acc DESC"), Is.EqualTo([MlflowFixture.Job, low, MlflowFixture.OtherJob, none]));
        }
    }

    [Test]
    public void Search_BySeveralKeys_SortsByEachInTurn() =>
        Assert.That(Search("", "tags.unknown", "attributes.run_name desc"), Is.EqualTo([MlflowFixture.OtherJob, MlflowFixture.Job]));

    [Test]
    public void Search_WithoutOrder_IsNewestFirst() => Assert.That(Search(""), Is.EqualTo([MlflowFixture.OtherJob, MlflowFixture.Job]));

    [TestCase("metrics.acc SIDEWAYS")]
    [TestCase("colour")]
    [TestCase("")]
    public void Search_OrderThatCannotBeRead_IsRefused(string order) => Assert.That(_mlflow.Post("runs/search", Body("", order)).Status, Is.EqualTo(400));

    [Test]
    public void Search_InPages_ShowsEachRunOnce()
    {
        for (int i = 0; i < 5; i++)
        {
            Make("acc", i);
        }

        List<string> ids = [];
        string token = "";
        do
        {
            JsonElement page = _mlflow.Post(
                "runs/search", $$"""{"experiment_ids":["{{MlflowFixture.ExperimentId}}"],"max_results":3,"page_token":"{{token}}"}""").Body;
            ids.AddRange(page.At("runs").EnumerateArray().Select(r => r.Text("info.run_id")));
            token = page.TryGetProperty("next_page_token", out JsonElement next) ? next.GetString()! : "";
        }
        while (token.Length > 0);

        Assert.That(ids, Is.Unique.And.Count.EqualTo(7));
    }

    [TestCase("""{"max_results":0}""")]
    [TestCase("""{"max_results":50001}""")]
    [TestCase("""{"page_token":"x"}""")]
    [TestCase("""{"page_token":"-1"}""")]
    [TestCase("""{"experiment_ids":["iris"],"run_view_type":"ALL"}""")]
    [TestCase("""{"experiment_ids":"0"}""")]
    public void Search_WrongArguments_AreRefused(string json) => Assert.That(_mlflow.Post("runs/search", json).Status, Is.EqualTo(400).Or.EqualTo(404));

    [Test]
    public void Search_UnknownView_IsRefused() =>
        Assert.That(_mlflow.Post("runs/search", $$"""{"experiment_ids":["{{MlflowFixture.ExperimentId}}"],"run_view_type":"SOME"}""").Status, Is.EqualTo(400));

    private static string Body(string filter, params string[] orders) => JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["experiment_ids"] = new[] { MlflowFixture.ExperimentId },
        ["filter"] = filter,
        ["order_by"] = orders,
    });

    private string Make(string metric, double value)
    {
        MlflowRunView run = _mlflow.Store.Create(MlflowFixture.Experiment, null, "", startTime: 0, []);
        _mlflow.Store.LogMetric(run.Run.RunId, metric, value);
        return run.Run.RunId;
    }

    private string[] Search(string filter, params string[] orders)
    {
        (int status, JsonElement body) = _mlflow.Post("runs/search", Body(filter, orders));
        Assert.That(status, Is.EqualTo(200), body.ToString());
        return [.. body.At("runs").EnumerateArray().Select(r => r.Text("info.run_id"))];
    }
}
