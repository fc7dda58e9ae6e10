using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Artifacts through the tracking service and its proxy.</summary>
[TestFixture]
internal sealed class MlflowArtifactTests
{
    private const string Root = $"/ExperimentRun/dcid.{MlflowFixture.Job}";

    private readonly MlflowFixture _mlflow = new();

    [TearDown]
    public void TearDown() => _mlflow.Dispose();

    [Test]
    public void Upload_ThenDownload_GivesTheSameAndTellsTheEngine()
    {
        int uploaded = _mlflow.Proxy("PUT", $"{Root}/notes/hello%20world%25.txt", body: "hello").Status;
        EngineResponse downloaded = _mlflow.Proxy("GET", $"{Root}/notes/hello%20world%25.txt");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(uploaded, Is.EqualTo(200));
            Assert.That(downloaded.Text(), Is.EqualTo("hello"));
            Assert.That(downloaded.Header("Content-Length"), Is.EqualTo("5"));
            Assert.That(_mlflow.Artifacts.TryGet($"{Root[1..]}/notes/hello world%.txt"), Is.Not.Null);
            Assert.That(_mlflow.Jobs.Told, Is.EqualTo([MlflowFixture.Job]));
        }
    }

    [Test]
    public void List_Folders_ShowsWhatLiesDirectlyInThem()
    {
        _mlflow.Artifacts.Put($"{Root[1..]}/model/MLmodel", BlobContent.FromBytes(new byte[7]));
        _mlflow.Artifacts.Put($"{Root[1..]}/model/data/x", BlobContent.Empty);
        _mlflow.Artifacts.Put($"{Root[1..]}x/not-ours", BlobContent.Empty);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Files(_mlflow.Get("artifacts/list", $"?run_id={MlflowFixture.Job}").Body), Is.EqualTo(["model True "]));
            Assert.That(Files(_mlflow.Get("artifacts/list", $"?run_id={MlflowFixture.Job}&path=model").Body), Is.EqualTo(["model/MLmodel False 7", "model/data True "]));
            Assert.That(Files(_mlflow.Get("artifacts/list", $"?run_id={MlflowFixture.Job}&path=model/MLmodel").Body), Is.Empty);
            Assert.That(Files(MlflowFixture.Read(_mlflow.Proxy("GET", "", $"?path={Root[1..]}/model")).Body), Is.EqualTo(["MLmodel False 7", "data True "]));
        }
    }

    [Test]
    public void Delete_Folder_LeavesItsNeighbours()
    {
        foreach (string name in new[] { "a/1", "a/b/2", "ab/3" })
        {
            _mlflow.Artifacts.Put($"{Root[1..]}/{name}", BlobContent.Empty);
        }

        int status = _mlflow.Proxy("DELETE", $"{Root}/a").Status;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(200));
            Assert.That(_mlflow.Artifacts.List().Entries.Select(e => e.Name), Is.EqualTo([$"{Root[1..]}/ab/3"]));
        }
    }

    [TestCase("GET", $"{Root}/missing", 404)]
    [TestCase("GET", "/ExperimentRun/dcid.nobody/x", 404)]
    [TestCase("PUT", "/ExperimentRun/dcid.nobody/x", 404)]
    [TestCase("PUT", "/elsewhere/x", 404)]
    [TestCase("PUT", Root, 400)]
    [TestCase("PUT", $"{Root}/../dcid.calm_apple_2/x", 400)]
    [TestCase("PUT", $"{Root}/%2e%2e/x", 400)]
    [TestCase("PUT", $"{Root}/a%5C..%5Cx", 400)]
    [TestCase("PUT", $"{Root}//x", 400)]
    [TestCase("DELETE", "/", 404)]
    [TestCase("DELETE", "/ExperimentRun", 404)]
    public void Proxy_PathOutsideARunsFolder_IsRefused(string method, string path, int status)
    {
        EngineResponse answer = _mlflow.Proxy(method, path, body: "x");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(status).Or.EqualTo(400));
            Assert.That(_mlflow.Artifacts.Count, Is.Zero);
        }
    }

    [Test]
    public void Upload_LargerThanOtherBodies_IsTaken() =>
        Assert.That(_mlflow.Service.Handle("PUT", $"/api/2.0/mlflow-artifacts/artifacts{Root}/large", "", new byte[17 << 20]).Status, Is.EqualTo(200));

    private static string[] Files(JsonElement body) =>
        [.. body.At("files").EnumerateArray().Select(f => $"{f.Text("path")} {f.Text("is_dir")} {(f.TryGetProperty("file_size", out JsonElement size) ? size.ToString() : "")}")];
}
