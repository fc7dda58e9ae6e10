using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Experiments: those of jobs, those made through MLflow.</summary>
[TestFixture]
internal sealed class MlflowExperimentTests
{
    private readonly MlflowFixture _mlflow = new();

    [TearDown]
    public void TearDown() => _mlflow.Dispose();

    [Test]
    public void Get_OfAJob_IsThereWithoutBeingMade()
    {
        JsonElement byName = _mlflow.Get("experiments/get-by-name", "?experiment_name=iris").Body.At("experiment");
        JsonElement byId = _mlflow.Get("experiments/get", $"?experiment_id={byName.Text("experiment_id")}").Body.At("experiment");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(byName.Text("experiment_id"), Is.EqualTo(MlflowFixture.ExperimentId));
            Assert.That(byId.Text("name"), Is.EqualTo("iris"));
            Assert.That(byId.Text("lifecycle_stage"), Is.EqualTo("active"));
            Assert.That(Guid.TryParse(byId.Text("experiment_id"), out _));
        }
    }

    [TestCase("experiments/get", "?experiment_id=nobody", 404)]
    [TestCase("experiments/get-by-name", "?experiment_name=nobody", 404)]
    [TestCase("experiments/get", "", 400)]
    [TestCase("experiments/get", "?experiment_id=0", 200)]
    [TestCase("experiments/get-by-name", "?experiment_name=Default", 200)]
    [TestCase("experiments/list", "", 200)]
    [TestCase("experiments/search", "?max_results=1", 200)]
    public void Get_Arguments_AreChecked(string call, string query, int status) => Assert.That(_mlflow.Get(call, query).Status, Is.EqualTo(status));

    [Test]
    public void Create_NewAndExisting_AreMadeAndRefused()
    {
        (int made, JsonElement body) = _mlflow.Post("experiments/create", """{"name":"wine","tags":[{"key":"k","value":"v"}]}""");
        (int again, JsonElement error) = _mlflow.Post("experiments/create", """{"name":"wine"}""");
        JsonElement experiment = _mlflow.Get("experiments/get", $"?experiment_id={body.Text("experiment_id")}").Body.At("experiment");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made, again), Is.EqualTo((200, 400)));
            Assert.That(error.Text("error_code"), Is.EqualTo("RESOURCE_ALREADY_EXISTS"));
            Assert.That(experiment.Pairs("tags"), Is.EqualTo(["k=v"]));
            Assert.That(experiment.At("creation_time").GetInt64(), Is.EqualTo(_mlflow.Clock.Now.ToUnixTimeMilliseconds()));
        }
    }

    [Test]
    public void Create_NameBeyondTheLimit_IsRefused() =>
        Assert.That(_mlflow.Post("experiments/create", $$"""{"name":"{{new string('x', 501)}}"}""").Status, Is.EqualTo(400));

    [TestCase("", "Default iris wine")]
    [TestCase("name = 'wine'", "wine")]
    [TestCase("name LIKE '%i%'", "iris wine")]
    [TestCase("tags.kind = 'drink'", "wine")]
    [TestCase("tags.kind IS NULL", "Default iris")]
    [TestCase("creation_time > 0 AND attributes.name != 'iris'", "Default wine")]
    public void Search_Filter_FindsWhatItMeans(string filter, string expected)
    {
        _mlflow.Post("experiments/create", """{"name":"wine","tags":[{"key":"kind","value":"drink"}]}""");

        JsonElement body = _mlflow.Post("experiments/search", $$"""{"filter":"{{filter}}","order_by":["name ASC"],"max_results":"10"}""").Body;

        Assert.That(body.At("experiments").EnumerateArray().Select(e => e.Text("name")), Is.EqualTo(expected.Split(' ')));
    }

    [TestCase("metrics.x > 1")]
    [TestCase("params.x = '1'")]
    public void Search_ByWhatExperimentsDoNotHave_IsRefused(string filter) =>
        Assert.That(_mlflow.Post("experiments/search", $$"""{"filter":"{{filter}}"}""").Body.Error(), Does.Contain("There are: attributes, tags."));

    [Test]
    public void Delete_ThenRestore_HidesShowsAndRefusesRuns()
    {
        string id = _mlflow.Post("experiments/create", """{"name":"wine"}""").Body.Text("experiment_id");
        string body = $$"""{"experiment_id":"{{id}}"}""";

        _mlflow.Post("experiments/delete", body);
        int run = _mlflow.Post("runs/create", body).Status;
        string[] deleted = [.. _mlflow.Post("experiments/search", """{"view_type":"DELETED_ONLY"}""").Body.At("experiments").EnumerateArray().Select(e => e.Text("name"))];
        _mlflow.Post("experiments/restore", body);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run, Is.EqualTo(400));
            Assert.That(deleted, Is.EqualTo(["wine"]));
            Assert.That(_mlflow.Post("runs/create", body).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public void Tags_SetAndDelete_ChangeTheExperiment()
    {
        string id = MlflowFixture.ExperimentId;
        _mlflow.Clock.Now = _mlflow.Clock.Now.AddMinutes(1);
        _mlflow.Post("experiments/set-experiment-tag", $$"""{"experiment_id":"{{id}}","key":"a","value":"1"}""");
        _mlflow.Post("experiments/set-experiment-tag", $$"""{"experiment_id":"{{id}}","key":"a","value":"2"}""");
        JsonElement tagged = _mlflow.Get("experiments/get", $"?experiment_id={id}").Body.At("experiment");
        int deleted = _mlflow.Post("experiments/delete-experiment-tag", $$"""{"experiment_id":"{{id}}","key":"a"}""").Status;
        int again = _mlflow.Post("experiments/delete-experiment-tag", $$"""{"experiment_id":"{{id}}","key":"a"}""").Status;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tagged.Pairs("tags"), Is.EqualTo(["a=2"]));
            Assert.That(tagged.At("last_update_time").GetInt64(), Is.EqualTo(_mlflow.Clock.Now.ToUnixTimeMilliseconds()));
            Assert.That((deleted, again), Is.EqualTo((200, 404)));
        }
    }
}
