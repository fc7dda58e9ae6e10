using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Code, data, environments and outputs through the whole client, against the service in memory.</summary>
internal sealed class AssetsInMemoryTests : IDisposable
{
    private readonly InMemoryServerless _serverless = new();
    private readonly FileTree _tree = new FileTree()
        .File("src/train.py", "print(1)\n")
        .File("data/iris.csv", "1,2\n")
        .File("conda.yml", "name: x\ndependencies: [python=3.11]\n");

    private static CommandJob Job => Command.Run("python train.py").WithCode("src").WithConda("python:3.11", "conda.yml")
        .WithInput("data", Input.UriFolder("data")).WithOutput("model", Output.UriFolder());

    public void Dispose()
    {
        _serverless.Dispose();
        _tree.Dispose();
    }

    [Test]
    public async Task SubmitAsync_WithCodeDataAndConda_ReachesTheJobWithAllOfIt()
    {
        IReadOnlyDictionary<string, string>? seen = null;
        _serverless.OnCommand(context => seen = context.ReadData(context.Inputs["data"]));

        await (await SubmitAsync()).WaitForCompletionAsync();

        JsonElement properties = _serverless.Jobs.Single().Body;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(properties.GetProperty("codeId").GetString(), Does.StartWith($"{_serverless.Workspace}/codes/"));
            Assert.That(properties.GetProperty("environmentId").GetString(), Does.StartWith($"{_serverless.Workspace}/environments/CliV2AnonymousEnvironment/versions/"));
            Assert.That(properties.GetProperty("inputs").GetProperty("data").GetProperty("uri").GetString(), Does.EndWith("/data/"));
            Assert.That(seen, Is.EquivalentTo(new Dictionary<string, string>(StringComparer.Ordinal) { ["iris.csv"] = "1,2\n" }));
        }
    }

    [Test]
    public async Task SubmitAsync_OfTheSameCodeFromElsewhere_FindsItByItsHash()
    {
        using FileTree copy = new FileTree().File("other-name/train.py", "print(1)\n");
        await SubmitAsync();
        var progress = new List<UploadProgress>();

        await _serverless.CreateClient().SubmitAsync(
            Command.Run("python train.py").WithImage("python:3.11").WithCode(copy["other-name"]), new SubmitOptions { UploadProgress = new Reports(progress.Add) });

        string[] codes = [.. _serverless.Jobs.Select(j => j.Body.GetProperty("codeId").GetString()!)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(codes[1], Is.EqualTo(codes[0]));
            Assert.That(progress, Is.Empty);
        }
    }

    [Test]
    public async Task DownloadOutputAsync_OfFinishedJob_BringsWhatItWrote()
    {
        _serverless.OnCommand(context =>
        {
            context.Log("trained");
            context.WriteOutput("model", "weights/w.bin", "abc");
            context.WriteArtifact("notes.txt", "n");
        });
        JobRun run = await SubmitAsync();
        await run.WaitForCompletionAsync();

        DownloadedFiles model = await run.DownloadOutputAsync("model", _tree["out/model"]);
        DownloadedFiles all = await run.DownloadOutputAsync("default", _tree["out/default"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Files, Is.EqualTo([_tree["out/model/weights/w.bin"]]));
            Assert.That(File.ReadAllText(model.Files[0]), Is.EqualTo("abc"));
            Assert.That(all.Files, Does.Contain(_tree["out/default/notes.txt"]).And.Contain(_tree["out/default/user_logs/std_log.txt"]));
        }
    }

    private Task<JobRun> SubmitAsync() => _serverless.CreateClient().SubmitAsync(Job, new SubmitOptions { BaseFolder = _tree.Root });

    private sealed class Reports(Action<UploadProgress> add) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => add(value);
    }
}
