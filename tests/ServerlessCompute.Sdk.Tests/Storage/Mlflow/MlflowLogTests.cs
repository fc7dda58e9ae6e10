using System.Text.Json;
using CsCheck;

namespace ServerlessCompute;

/// <summary>What runs log through the tracking service.</summary>
[TestFixture]
[Category("S52")]
internal sealed class MlflowLogTests
{
    private readonly MlflowFixture _mlflow = new();

    [TearDown]
    public void TearDown() => _mlflow.Dispose();

    [Test]
    public void LogMetric_SeveralSteps_ShowsTheLatestAndKeepsAll()
    {
        Log("""{"key":"loss","value":0.5,"timestamp":10,"step":0}""");
        Log("""{"key":"loss","value":0.25,"timestamp":20,"step":2}""");
        Log("""{"key":"loss","value":0.4,"timestamp":30,"step":1}""");

        JsonElement run = Run();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Pairs("data.metrics"), Is.EqualTo(["loss=0.25"]));
            Assert.That(_mlflow.Store.Metrics(MlflowFixture.Job), Is.EqualTo(
                [new MlflowMetric("loss", 0, 10, 0.5), new MlflowMetric("loss", 2, 20, 0.25), new MlflowMetric("loss", 1, 30, 0.4)]));
            Assert.That(_mlflow.Store.LatestMetric(MlflowFixture.Job, "loss")?.Step, Is.EqualTo(2));
            Assert.That(_mlflow.Jobs.Told, Is.EqualTo([MlflowFixture.Job, MlflowFixture.Job, MlflowFixture.Job]));
        }
    }

    [TestCase("\"NaN\"", double.NaN)]
    [TestCase("\"Infinity\"", double.PositiveInfinity)]
    [TestCase("\"-Infinity\"", double.NegativeInfinity)]
    [TestCase("\"1.5\"", 1.5)]
    [TestCase("-0.1e-3", -0.0001)]
    [TestCase("3", 3.0)]
    public void LogMetric_ValuesAsProtocolBuffersWriteThem_AreKeptAndWrittenSo(string json, double value)
    {
        Log($$"""{"key":"m","value":{{json}},"timestamp":"10","step":"7"}""");

        MlflowMetric metric = _mlflow.Store.Metrics(MlflowFixture.Job).Single();
        string written = Run().At("data.metrics").EnumerateArray().Single().Text("value");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(metric, Is.EqualTo(new MlflowMetric("m", 7, 10, value)));
            Assert.That(written, Is.EqualTo(double.IsNaN(value) ? "NaN" : double.IsPositiveInfinity(value) ? "Infinity" : double.IsNegativeInfinity(value) ? "-Infinity" : written));
        }
    }

    [Test]
    public void LogMetric_WithoutTimeAndStep_TakesTheClockAndZero()
    {
        Log("""{"key":"m","value":1}""");

        Assert.That(_mlflow.Store.Metrics(MlflowFixture.Job), Is.EqualTo([new MlflowMetric("m", 0, _mlflow.Clock.Now.ToUnixTimeMilliseconds(), 1)]));
    }

    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"m"}""", "'value' is missing")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","value":1}""", "'key' is missing")]
    [TestCase("runs/log-metric", """{"key":"m","value":1}""", "'run_id' is missing")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"m","value":"many"}""", "must be a number")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"m","value":[1]}""", "'value' must be a string")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"m","value":1,"step":1.5}""", "'step' must be a whole number")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"m","value":1,"timestamp":"now"}""", "'timestamp' must be a whole number")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"m","value":1,"step":99999999999999999999}""", "'step' must be a whole number")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"a#b","value":1}""", "U+0023")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"a\nb","value":1}""", "U+000A")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"a\u0000b","value":1}""", "U+0000")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"../m","value":1}""", "relative path")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"/m","value":1}""", "relative path")]
    [TestCase("runs/log-metric", """{"run_id":"brave_melon_1","key":"a//m","value":1}""", "relative path")]
    [TestCase("runs/log-parameter", """{"run_id":"brave_melon_1","value":"x"}""", "'key' is missing")]
    [TestCase("runs/set-tag", """{"run_id":"brave_melon_1","key":{},"value":"x"}""", "'key' must be a string")]
    [TestCase("runs/log-batch", """{"run_id":"brave_melon_1","metrics":{}}""", "'metrics' must be a list")]
    [TestCase("runs/log-batch", """{"run_id":"brave_melon_1","metrics":[1]}""", "must be a JSON object")]
    [TestCase("runs/log-model", """{"run_id":"brave_melon_1","model_json":"{"}""", "not valid JSON")]
    [TestCase("runs/log-model", """{"run_id":"brave_melon_1","model_json":"[]"}""", "must be a JSON object")]
    [TestCase("runs/log-model", """{"run_id":"brave_melon_1"}""", "'model_json' is missing")]
    public void Log_WrongInput_SaysWhatIsWrong(string call, string json, string says)
    {
        (int status, JsonElement body) = _mlflow.Post(call, json);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(400));
            Assert.That(body.Error(), Does.Contain(says));
            Assert.That(_mlflow.Jobs.Told, Is.Empty);
        }
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{\"run_id\":NaN}")]
    [TestCase("{\"a\":1}{\"b\":2}")]
    [TestCase("{\"a\":1,}")]
    [TestCase("""{"\ud800":1,"run_id":"brave_melon_1","key":"m","value":1}""")]
    [TestCase("""{"run_id":"brave_melon_1","key":"\ud800","value":1}""")]
    public void Log_MalformedBody_IsABadRequest(string json)
    {
        (int status, JsonElement body) = _mlflow.Post("runs/log-metric", json);

        Assert.That((status, body.Text("error_code")), Is.EqualTo((400, "BAD_REQUEST")));
    }

    [Test]
    public void Log_AnyBytes_AreAnsweredNeverThrown() =>
        Gen.Select(Gen.Int[0, 3].Select(i => new[] { "runs/log-batch", "runs/search", "runs/create", "experiments/create" }[i]), Gen.Byte.Array[0, 40]).Sample((call, bytes) =>
        {
            using var mlflow = new MlflowFixture();
            EngineResponse answer = mlflow.Service.Handle("POST", $"/api/2.0/mlflow/{call}", "", bytes);
            return answer.Status is 200 or 400;
        });

    [Test]
    public void Log_HugeBody_IsRefusedBeforeItIsRead()
    {
        EngineResponse answer = _mlflow.Service.Handle("POST", "/api/2.0/mlflow/runs/log-batch", "", new byte[(16 << 20) + 1]);

        Assert.That(MlflowFixture.Read(answer).Body.Error(), Does.StartWith("BAD_REQUEST").And.Contain("several batches"));
    }

    [Test]
    public void Log_BytesThatAreNotUtf8_AreABadRequest()
    {
        byte[] body = [.. "{\"run_id\":\""u8, 0xFF, .. "\"}"u8];

        Assert.That(MlflowFixture.Read(_mlflow.Service.Handle("POST", "/api/2.0/mlflow/runs/log-metric", "", body)).Body.Error(), Does.Contain("UTF-8"));
    }

    [Test]
    public void Log_DeeplyNestedBody_IsABadRequest() =>
        Assert.That(_mlflow.Post("runs/log-metric", string.Concat(Enumerable.Repeat("{\"a\":", 10_000))).Status, Is.EqualTo(400));

    [TestCase("runs/log-metric", """{"run_id":"nobody","key":"m","value":1}""")]
    [TestCase("runs/log-parameter", """{"run_id":"nobody","key":"m","value":"1"}""")]
    [TestCase("runs/set-tag", """{"run_id":"nobody","key":"m","value":"1"}""")]
    [TestCase("runs/log-batch", """{"run_id":"nobody"}""")]
    [TestCase("runs/update", """{"run_id":"nobody"}""")]
    public void Log_UnknownRun_IsNotFound(string call, string json)
    {
        (int status, JsonElement body) = _mlflow.Post(call, json);

        Assert.That((status, body.Error()), Is.EqualTo((404, "RESOURCE_DOES_NOT_EXIST: No run has the id 'nobody'.")));
    }

    [Test]
    public void LogParam_SameValueAgain_IsFineAndAnotherIsRefused()
    {
        const string Body = """{"run_id":"brave_melon_1","key":"lr","value":"0.1"}""";
        int first = _mlflow.Post("runs/log-parameter", Body).Status;
        int again = _mlflow.Post("runs/log-parameter", Body).Status;
        (int other, JsonElement body) = _mlflow.Post("runs/log-parameter", Body.Replace("0.1", "0.2", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first, again, other), Is.EqualTo((200, 200, 400)));
            Assert.That(body.Error(), Does.StartWith("INVALID_PARAMETER_VALUE").And.Contain("'0.1'").And.Contain("'0.2'"));
            Assert.That(_mlflow.Store.Params(MlflowFixture.Job), Is.EqualTo([KeyValuePair.Create("lr", "0.1")]));
        }
    }

    [Test]
    public void LogBatch_AllKinds_AreLogged()
    {
        int status = _mlflow.Post("runs/log-batch", """
            {"run_id":"brave_melon_1","metrics":[{"key":"m","value":1,"timestamp":1,"step":0},{"key":"m","value":2,"timestamp":2,"step":1}],
             "params":[{"key":"p","value":""}],"tags":[{"key":"t","value":"v"}]}
            """).Status;

        JsonElement run = Run();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(200));
            Assert.That(run.Pairs("data.metrics"), Is.EqualTo(["m=2"]));
            Assert.That(run.Pairs("data.params"), Is.EqualTo(["p="]));
            Assert.That(run.Pairs("data.tags"), Does.Contain("t=v").And.Contain("team=red").And.Contain("mlflow.runName=first").And.Contain("mlflow.user=ada"));
            Assert.That(_mlflow.Jobs.Told, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void LogBatch_OneBadPart_LogsNothing([Values("conflict", "name", "twice")] string fault)
    {
        _mlflow.Store.LogParam(MlflowFixture.Job, "p", "1");
        string parameters = fault switch
        {
            "conflict" => """{"key":"p","value":"2"}""",
            "name" => """{"key":"p?","value":"1"}""",
            _ => """{"key":"q","value":"1"},{"key":"q","value":"1"}""",
        };

        (int status, _) = _mlflow.Post("runs/log-batch", $$"""{"run_id":"brave_melon_1","metrics":[{"key":"m","value":1}],"params":[{{parameters}}],"tags":[{"key":"t","value":"v"}]}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(400));
            Assert.That(_mlflow.Store.Metrics(MlflowFixture.Job), Is.Empty);
            Assert.That(_mlflow.Store.LoggedTags(MlflowFixture.Job), Is.Empty);
            Assert.That(_mlflow.Jobs.Told, Has.Count.EqualTo(1));
        }
    }

    [TestCase("metrics", 1000)]
    [TestCase("params", 100)]
    [TestCase("tags", 100)]
    public void LogBatch_AtAndBeyondTheLimit_IsTakenAndRefused(string list, int most)
    {
        string Items(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"key":"k{{i}}","value":"1"}"""));

        int at = _mlflow.Post("runs/log-batch", $$"""{"run_id":"brave_melon_1","{{list}}":[{{Items(most)}}]}""").Status;
        (int beyond, JsonElement body) = _mlflow.Post("runs/log-batch", $$"""{"run_id":"brave_melon_1","{{list}}":[{{Items(most + 1)}}]}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((at, beyond), Is.EqualTo((200, 400)));
            Assert.That(body.Error(), Does.Contain($"at most {most} {list}"));
        }
    }

    [TestCase("params", 6000)]
    [TestCase("tags", 8000)]
    public void LogBatch_LongValues_AreTakenToTheLimit(string list, int longest)
    {
        string Value(int length) => $$"""{"run_id":"brave_melon_1","{{list}}":[{"key":"k","value":"{{new string('x', length)}}"}]}""";

        Assert.That((_mlflow.Post("runs/log-batch", Value(longest)).Status, _mlflow.Post("runs/log-batch", Value(longest + 1)).Status), Is.EqualTo((200, 400)));
    }

    [Test]
    public void DeleteTag_OfTheJobOrLogged_RemovesIt()
    {
        _mlflow.Store.SetTag(MlflowFixture.Job, "logged", "x");

        int own = _mlflow.Post("runs/delete-tag", """{"run_id":"brave_melon_1","key":"team"}""").Status;
        int logged = _mlflow.Post("runs/delete-tag", """{"run_id":"brave_melon_1","key":"logged"}""").Status;
        int again = _mlflow.Post("runs/delete-tag", """{"run_id":"brave_melon_1","key":"logged"}""").Status;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((own, logged, again), Is.EqualTo((200, 200, 404)));
            Assert.That(Run().Pairs("data.tags"), Is.EqualTo(["mlflow.runName=first", "mlflow.user=ada"]));
        }
    }

    [Test]
    public void LogModel_Twice_KeepsBothInTheHistoryTag()
    {
        _mlflow.Post("runs/log-model", """{"run_id":"brave_melon_1","model_json":"{\"artifact_path\":\"a\"}"}""");
        _mlflow.Post("runs/log-model", """{"run_id":"brave_melon_1","model_json":"{\"artifact_path\":\"b\"}"}""");

        Assert.That(Run().Pairs("data.tags"), Does.Contain("""mlflow.log-model.history=[{"artifact_path":"a"},{"artifact_path":"b"}]"""));
    }

    [Test]
    public void LogInputs_DataSets_ComeBackWithTheRun()
    {
        _mlflow.Post("runs/log-inputs", """{"run_id":"brave_melon_1","datasets":[{"tags":[{"key":"mlflow.data.context","value":"training"}],"dataset":{"name":"iris","digest":"1"}}]}""");

        Assert.That(Run().At("inputs.dataset_inputs").EnumerateArray().Single().Text("dataset.name"), Is.EqualTo("iris"));
    }

    [Test]
    public void Find_JobThatLoggedNothing_KeepsNothing()
    {
        Run();

        Assert.That(_mlflow.Store.Find(MlflowFixture.Job)!.Data, Is.Null);
    }

    [Test]
    public void Log_FromManyThreads_LosesNothing()
    {
        Parallel.For(0, 1000, i => _mlflow.Store.LogMetric(MlflowFixture.Job, $"m{i % 3}", i, i));

        Assert.That(_mlflow.Store.Metrics(MlflowFixture.Job).Select(m => m.Step), Is.EquivalentTo(Enumerable.Range(0, 1000)));
    }

    private JsonElement Run() => _mlflow.Get("runs/get", $"?run_id={MlflowFixture.Job}").Body.At("run");

    private void Log(string metric) =>
        Assert.That(_mlflow.Post("runs/log-metric", metric.Replace("{\"key\"", $"{{\"run_id\":\"{MlflowFixture.Job}\",\"key\"", StringComparison.Ordinal)).Status, Is.EqualTo(200));
}
