using System.Text.Json;
using Azure;

namespace ServerlessCompute;

public sealed class CodeUploadTests
{
    private const string Hash = "480b886e17ebf4cba5369a9aa4ede55d108ee82f75e9353ee93515fb37c39e59";
    private const string Name = "480b886e-17eb-f4cb-a536-9a9aa4ede55d";
    private const string Container = "code-" + Name;

    private static FileTree Tree() => new FileTree().File("src/main.py", "print(1)\n").File("src/sub/u.py").File("src/sub/\u00e9.txt", "x");

    [Test]
    public async Task Submit_OfNewCode_UploadsAndRegistersItInOrder()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();

        string id = await Upload(workspace, tree["src"]);

        string[] blobs = [$"/{Container}/src/main.py", $"/{Container}/src/sub/u.py", $"/{Container}/src/sub/\u00e9.txt"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(id, Is.EqualTo($"{AssetWorkspace.Path}/codes/{Name}/versions/1"));
            Assert.That(
                workspace.Requests.Take(3),
                Is.EqualTo([
                    $"GET codes/{Name}/versions?hash={Hash}&hashVersion=202208",
                    $"POST codes/{Name}/versions/1/startPendingUpload",
                    $"GET /{Container}?restype=container&comp=list&prefix=src%2F&include=Metadata",
                ]));
            Assert.That(workspace.Requests.Skip(3).Take(3), Is.EquivalentTo(blobs.Select(b => "PUT " + b)));
            Assert.That(workspace.Requests.Skip(6), Is.EqualTo([$"PUT /{Container}/src/main.py?comp=metadata", $"PUT codes/{Name}/versions/1"]));
            Assert.That(workspace.Body("POST codes").ToString(), Is.EqualTo("""{"pendingUploadType":"TemporaryBlobReference"}"""));
            Assert.That(
                workspace.Body($"PUT codes").ToString(),
                Is.EqualTo("{\"properties\":{\"codeUri\":\"https://stworkspace.blob.core.windows.net:443/" + Container + "/src\",\"isAnonymous\":true,\"properties\":{\"hash_sha256\":\"" + Hash + "\",\"hash_version\":\"202208\"}}}"));
        }
    }

    [Test]
    public async Task Submit_OfNewCode_NotesOnTheIndicatorThatAllIsThere()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();

        await Upload(workspace, tree["src"]);

        Blob indicator = workspace.Store.Container("stworkspace", Container).TryGet("src/main.py")!;
        Assert.That(
            indicator.Metadata.Select(m => $"{m.Key.ToLowerInvariant()}={m.Value}"), Is.EquivalentTo(["upload_status=completed", $"name={Name}", "version=1"]));
    }

    [Test]
    public async Task Submit_OfCodeThatSomebodyUploaded_SendsNothing()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace { Intercept = r => r.Method == "GET" ? AssetWorkspace.Json(200, """{"value":[{"id":"/their/id"}]}""") : null };

        string id = await Upload(workspace, tree["src"]);

        Assert.That((id, workspace.Requests.Count), Is.EqualTo(("/their/id", 1)));
    }

    [Test]
    public async Task Submit_OfSingleFile_PutsItAtTheContainersRoot()
    {
        using FileTree tree = new FileTree().File("a.txt", "a");
        var workspace = new AssetWorkspace();

        await Upload(workspace, tree["a.txt"]);

        Assert.That(workspace.Body("PUT codes").GetProperty("properties").GetProperty("codeUri").GetString(), Does.EndWith("/code-862da1bf-8887-bb68-2e01-e98451576e27/"));
        Assert.That(workspace.Blobs("code-862da1bf-8887-bb68-2e01-e98451576e27"), Is.EqualTo(["a.txt"]));
    }

    [Test]
    public async Task Submit_AfterAnInterruption_SendsOnlyWhatIsMissing()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        workspace.Intercept = r => r.Method == "PUT" && r.Uri.AbsolutePath.EndsWith("u.py", StringComparison.Ordinal) ? new EngineResponse(403).With("x-ms-error-code", "AuthorizationFailure") : null;
        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => Upload(workspace, tree["src"])))!;
        string[] there = [.. workspace.Blobs(Container)];
        workspace.Intercept = _ => null;
        int before = workspace.Requests.Count;

        await Upload(workspace, tree["src"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Path, Is.EqualTo(tree["src/sub/u.py"]));
            Assert.That(error.Message, Does.Contain("403 AuthorizationFailure").And.Not.Contain("sig="));
            Assert.That(error.InnerException, Is.TypeOf<RequestFailedException>());
            Assert.That(
                workspace.Requests.Skip(before).Where(r => r.StartsWith("PUT /", StringComparison.Ordinal) && !r.Contains("comp=metadata", StringComparison.Ordinal)),
                Is.EquivalentTo(workspace.Blobs(Container).Except(there).Select(b => $"PUT /{Container}/{b}")));
            Assert.That(workspace.Blobs(Container).Count(), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Submit_AfterAnInterruptionInAnotherProcess_StartsAnew()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        workspace.Intercept = r => r.Method == "PUT" && r.Uri.AbsolutePath.EndsWith("u.py", StringComparison.Ordinal) ? new EngineResponse(403) : null;
        await Assert.ThrowsAsync<JobAssetException>(() => Upload(workspace, tree["src"]));
        workspace.Intercept = _ => null;

        await new PlanApplier(workspace.Context with { PendingUploads = [] }).ApplyAsync(await Plan(tree["src"]), progress: null, default);

        Assert.That(workspace.Body("PUT codes").GetProperty("properties").GetProperty("codeUri").GetString(), Does.EndWith($"/{Container}-2/src"));
        Assert.That(workspace.Blobs(Container + "-2").Count(), Is.EqualTo(3));
    }

    [TestCase(403)]
    [TestCase(404)]
    public async Task Submit_AfterAnInterruptionLongAgo_AsksForAnotherContainer(int status)
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        workspace.Intercept = r => r.Method == "PUT" && r.Uri.AbsolutePath.StartsWith($"/{Container}/", StringComparison.Ordinal) ? new EngineResponse(status) : null;
        await Assert.ThrowsAsync<JobAssetException>(() => Upload(workspace, tree["src"]));

        await Upload(workspace, tree["src"]);
        await Upload(workspace, tree["src"]);

        Assert.That(workspace.Blobs(Container + "-2").Count(), Is.EqualTo(3));
        Assert.That(workspace.Blobs(Container + "-3").Count(), Is.EqualTo(3), "What is complete is not gone on with.");
    }

    [Test]
    public async Task Submit_OfFileThatIsGoneSincePlanning_SaysSo()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        JobPlan plan = await Plan(tree["src"]);
        File.Delete(tree["src/main.py"]);

        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => new PlanApplier(workspace.Context).ApplyAsync(plan, null, default)))!;

        Assert.That((error.Path, error.Message.Contains("is gone", StringComparison.Ordinal)), Is.EqualTo((tree["src/main.py"], true)));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Files are locked in another way there.")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Submit_OfFileThatMayNotBeRead_NamesItAndTheWayOut()
    {
        Assume.That(Environment.IsPrivilegedProcess, Is.False, "Whoever may read everything cannot be refused.");
        using FileTree tree = Tree();
        File.SetUnixFileMode(tree["src/main.py"], UnixFileMode.None);

        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => Plan(tree["src"])))!;

        Assert.That((error.Path, error.Message.Contains(".amlignore", StringComparison.Ordinal)), Is.EqualTo((tree["src/main.py"], true)));
    }

    [Test]
    public async Task Submit_BesideSomebodyWithTheSameCode_TakesTheirFilesAsDone()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        workspace.Intercept = r =>
        {
            if (r.Header("If-None-Match") == "*")
            {
                workspace.Store.Container("stworkspace", Container).Put(Uri.UnescapeDataString(r.Uri.AbsolutePath)[(Container.Length + 2)..], BlobContent.FromBytes(r.Body));
            }

            return null;
        };

        await Upload(workspace, tree["src"]);

        Assert.That(workspace.Requests[^1], Is.EqualTo($"PUT codes/{Name}/versions/1"));
    }

    [Test]
    public async Task Submit_OverHalfAFile_ReplacesIt()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        workspace.Store.Container("stworkspace", Container).Put("src/main.py", BlobContent.FromBytes("pri"u8.ToArray()));

        await Upload(workspace, tree["src"]);

        Assert.That(BlobFixture.Text(workspace.Store.Container("stworkspace", Container).TryGet("src/main.py")!.Content), Is.EqualTo("print(1)\n"));
    }

    [Test]
    public async Task Submit_OfFileThatChangedSincePlanning_IsRefused()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        JobPlan plan = await Plan(tree["src"]);
        tree.File("src/main.py", "print(2)\n");
        File.SetLastWriteTimeUtc(tree["src/main.py"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => new PlanApplier(workspace.Context).ApplyAsync(plan, null, default)))!;

        Assert.That(error.Message, Does.Contain("changed"));
    }

    [Test]
    public async Task Submit_WithProgress_EndsAtTheTotal()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        var reports = new List<UploadProgress>();

        await new PlanApplier(workspace.Context).ApplyAsync(await Plan(tree["src"]), new Reports(reports.Add), default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reports[^1], Is.EqualTo(new UploadProgress("src", 3, 3, 10, 10)));
            Assert.That(reports.Select(r => r.Files), Is.Ordered);
        }
    }

    [Test]
    public async Task Submit_OfLargeFile_SendsBlocks()
    {
        using FileTree tree = new FileTree().File("src/big.bin", new byte[(64 * 1024 * 1024) + 1]);
        var workspace = new AssetWorkspace();

        await Upload(workspace, tree["src"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(workspace.Requests.Count(r => r.Contains("comp=block&", StringComparison.Ordinal)), Is.EqualTo(17));
            Assert.That(workspace.Requests.Count(r => r.EndsWith("comp=blocklist", StringComparison.Ordinal)), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Submit_RefusedByTheService_SurfacesItsError()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace { Intercept = _ => AssetWorkspace.Json(403, """{"error":{"code":"AuthorizationFailed","message":"no"}}""") };

        ServerlessRequestException error = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Upload(workspace, tree["src"])))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Status, Is.EqualTo(403));
            Assert.That(error.ErrorCode, Is.EqualTo("AuthorizationFailed"));
        }
    }

    [Test]
    public async Task Submit_AnsweredWithAPage_SurfacesIt()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace { Intercept = _ => new EngineResponse(200, "<html>"u8.ToArray(), "text/html") };

        Assert.That((await Assert.ThrowsAsync<JobFormatException>(() => Upload(workspace, tree["src"])))!.InnerException, Is.InstanceOf<JsonException>());
    }

    [Test]
    public async Task Submit_AnsweredWithoutAnAddress_NamesTheMember()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace { Intercept = _ => AssetWorkspace.Json(200, """{"value":[],"blobReferenceForConsumption":null}""") };

        Assert.That((await Assert.ThrowsAsync<JobFormatException>(() => Upload(workspace, tree["src"])))!.Path, Is.EqualTo("blobReferenceForConsumption.blobUri"));
    }

    private static Task<JobPlan> Plan(string code) => JobPlanner.PlanAsync(Command.Run("x").WithCode(code), new PlanScope(AssetWorkspace.Path, "."), CancellationToken.None);

    private static async Task<string> Upload(AssetWorkspace workspace, string code)
    {
        var job = (CommandJob)await new PlanApplier(workspace.Context).ApplyAsync(await Plan(code), progress: null, CancellationToken.None);
        return job.Code!.Text;
    }

    private sealed class Reports(Action<UploadProgress> add) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => add(value);
    }
}
