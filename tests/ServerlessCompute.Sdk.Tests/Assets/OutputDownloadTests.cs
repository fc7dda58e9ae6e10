using Azure;

namespace ServerlessCompute;

public sealed class OutputDownloadTests
{
    private const string Root = "azureml://datastores/workspaceartifactstore/paths/ExperimentRun/dcid.job";

    [TestCase(Root + "/")]
    [TestCase(Root)]
    [TestCase("azureml://datastores/workspaceartifactstore/ExperimentRun/dcid.job")]
    [TestCase("azureml://subscriptions/s/resourcegroups/g/workspaces/w/datastores/workspaceartifactstore/paths/ExperimentRun/dcid.job/")]
    public async Task Download_OfFolder_BringsWhatIsBeneathAndNoNeighbour(string place)
    {
        using var tree = new FileTree();
        AssetWorkspace workspace = Workspace(("dcid.job/model/a.bin", "abc"), ("dcid.job/log.txt", ""), ("dcid.job2/other.txt", "x"));

        DownloadedFiles files = await Download(workspace, place, tree["out"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(files.Folder, Is.EqualTo(tree["out"]));
            Assert.That(files.Files, Is.EqualTo([tree["out/log.txt"], tree["out/model/a.bin"]]));
            Assert.That(files.Bytes, Is.EqualTo(3));
            Assert.That(File.ReadAllText(tree["out/model/a.bin"]), Is.EqualTo("abc"));
            Assert.That(Directory.GetFiles(tree["out"], "*", SearchOption.AllDirectories), Has.Length.EqualTo(2));
        }
    }

    [Test]
    public async Task Download_OfFile_BringsItUnderItsName()
    {
        using var tree = new FileTree();
        AssetWorkspace workspace = Workspace(("dcid.job/model.pkl", "abc"), ("dcid.job/model.pkl.bak", "x"));

        DownloadedFiles files = await Download(workspace, Root + "/model.pkl", tree.Root);

        Assert.That(files.Files, Is.EqualTo([tree["model.pkl"]]));
    }

    [Test]
    public async Task Download_OfNothing_IsEmpty()
    {
        using var tree = new FileTree();

        Assert.That((await Download(Workspace(), Root, tree.Root)).Files, Is.Empty);
    }

    [Test]
    public async Task Download_OfLargeFile_JoinsItsRanges()
    {
        using var tree = new FileTree();
        AssetWorkspace workspace = Workspace();
        byte[] bytes = [.. Enumerable.Range(0, 20_000_000).Select(i => (byte)(i * 31 >> 3))];
        workspace.Store.Container("stworkspace", "azureml").Put("ExperimentRun/dcid.job/big.bin", BlobContent.FromBytes(bytes));

        await Download(workspace, Root, tree.Root);

        Assert.That((await File.ReadAllBytesAsync(tree["big.bin"])).AsSpan().SequenceEqual(bytes), Is.True);
    }

    [Test]
    public async Task Download_AgainAfterAnInterruption_FetchesOnlyWhatIsMissing()
    {
        using var tree = new FileTree();
        AssetWorkspace workspace = Workspace(("dcid.job/a.txt", "a"), ("dcid.job/b.txt", "b"));
        workspace.Intercept = r => IsGet(r, "b.txt") ? new EngineResponse(403).With("x-ms-error-code", "AuthorizationFailure") : null;
        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => Download(workspace, Root, tree.Root)))!;
        string[] left = Directory.GetFiles(tree.Root);
        await Download(Workspace(("dcid.job/a.txt", "a")), Root, tree.Root);
        workspace.Intercept = _ => null;
        int before = workspace.Requests.Count;

        await Download(workspace, Root, tree.Root);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.InnerException, Is.TypeOf<RequestFailedException>());
            Assert.That(left, Is.SubsetOf(new[] { tree["a.txt"] }), "Nothing half done stays.");
            Assert.That(workspace.Requests.Skip(before).Where(r => r.EndsWith(".txt", StringComparison.Ordinal)), Is.EqualTo(["GET /azureml/ExperimentRun/dcid.job/b.txt"]));
        }
    }

    [Test]
    public async Task Download_ContentArrivesBrokenOnce_IsFetchedAgain()
    {
        using var tree = new FileTree();
        AssetWorkspace workspace = Hashed(("dcid.job/a.txt", "right"));
        int broken = 1;
        workspace.Intercept = r => IsGet(r, "a.txt") && broken-- > 0 ? Broken() : null;

        await Download(workspace, Root, tree.Root);

        Assert.That(File.ReadAllText(tree["a.txt"]), Is.EqualTo("right"));
    }

    [Test]
    public async Task Download_ContentArrivesBrokenAlways_ThrowsAndLeavesNothing()
    {
        using var tree = new FileTree();
        AssetWorkspace workspace = Hashed(("dcid.job/a.txt", "right"), ("dcid.job/b.txt", "b"));
        workspace.Intercept = r => IsGet(r, "a.txt") ? Broken() : null;

        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => Download(workspace, Root, tree.Root)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.Contain("a.txt").And.Contain("arrived broken 3 times").And.Contain("MD5"));
            Assert.That(Directory.GetFiles(tree.Root), Is.SubsetOf(new[] { tree["b.txt"] }));
        }
    }

    [Test]
    public async Task Download_OverFileOfEqualSizeAndOtherContent_FetchesIt()
    {
        using FileTree tree = new FileTree().File("a.txt", "old");
        AssetWorkspace workspace = Workspace(("dcid.job/a.txt", "new"));

        await Download(workspace, Root, tree.Root);

        Assert.That(File.ReadAllText(tree["a.txt"]), Is.EqualTo("new"));
    }

    [Test]
    public async Task Download_OfBlobWhoseNameEndsLikeAPart_KeepsThemApart()
    {
        using var tree = new FileTree();

        await Download(Workspace(("dcid.job/a", "1"), ("dcid.job/a.part", "2")), Root, tree.Root);

        Assert.That((File.ReadAllText(tree["a"]), File.ReadAllText(tree["a.part"])), Is.EqualTo(("1", "2")));
    }

    [Test]
    public async Task Download_WithMarksOfFolders_LeavesThem()
    {
        using var tree = new FileTree();
        AssetWorkspace workspace = Workspace(("dcid.job/sub", ""), ("dcid.job/sub/a.txt", "a"), ("dcid.job/other/", ""));

        Assert.That((await Download(workspace, Root, tree.Root)).Files, Is.EqualTo([tree["sub/a.txt"]]));
    }

    [TestCase("dcid.job/../../evil.txt")]
    [TestCase("dcid.job/a/../evil.txt")]
    [TestCase("dcid.job//evil.txt")]
    [TestCase("dcid.job/./evil.txt")]
    public async Task Download_OfNameThatLeadsElsewhere_IsRefusedBeforeAnythingIsWritten(string name)
    {
        using FileTree tree = new FileTree().Folder("out");
        AssetWorkspace workspace = Workspace(("dcid.job/a.txt", "a"), (name, "evil"));

        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => Download(workspace, Root, tree["out"])))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.Contain(name["dcid.job/".Length..]));
            Assert.That(Directory.GetFileSystemEntries(tree.Root, "*", SearchOption.AllDirectories), Is.EqualTo([tree["out"]]));
        }
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Making links needs a privilege there.")]
    public async Task Download_IntoFolderWithLinkOut_DoesNotFollowIt()
    {
        using FileTree tree = new FileTree().Folder("elsewhere").Folder("out").Link("out/sub", "../elsewhere");

        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => Download(Workspace(("dcid.job/sub/a.txt", "a")), Root, tree["out"])))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Does.Contain("leads out"));
            Assert.That(Directory.GetFiles(tree["elsewhere"]), Is.Empty);
        }
    }

    [Test]
    public async Task Download_OverFolderOfTheFilesName_SaysSo()
    {
        using FileTree tree = new FileTree().Folder("a.txt/x");

        Assert.That((await Assert.ThrowsAsync<JobAssetException>(() => Download(Workspace(("dcid.job/a.txt", "a")), Root, tree.Root)))!.Path, Is.EqualTo(tree["a.txt"]));
    }

    [Test]
    public async Task Download_IntoAFile_SaysSo()
    {
        using FileTree tree = new FileTree().File("out");

        Assert.That((await Assert.ThrowsAsync<JobAssetException>(() => Download(Workspace(("dcid.job/a.txt", "a")), Root, tree["out"])))!.Message, Does.Contain("cannot be made"));
    }

    [Test]
    public async Task Download_WithProgress_EndsAtTheTotal()
    {
        using var tree = new FileTree();
        var reports = new List<DownloadProgress>();

        await OutputDownloader.DownloadAsync(
            Workspace(("dcid.job/a.txt", "aa"), ("dcid.job/b.txt", "b")).Context, Root, tree.Root, new Reports(reports.Add), CancellationToken.None);

        Assert.That(reports[^1], Is.EqualTo(new DownloadProgress(2, 2, 3, 3)));
    }

    [TestCase("https://example.test/x")]
    [TestCase("azureml:data:1")]
    [TestCase("azureml://jobs/x/outputs/y")]
    public async Task Download_OfOtherAddress_IsRefused(string place)
    {
        using var tree = new FileTree();

        Assert.That((await Assert.ThrowsAsync<JobAssetException>(() => Download(Workspace(), place, tree.Root)))!.Message, Does.Contain(place));
    }

    [TestCase("a:b")]
    [TestCase("a\\b")]
    [TestCase("C:")]
    [TestCase("nul")]
    [TestCase("sub/COM1.txt")]
    [TestCase("aux .log")]
    [TestCase("lpt\u00b9")]
    [TestCase("a.")]
    [TestCase("a ")]
    [TestCase("a\u0001")]
    [TestCase("what?")]
    public void SafePath_OnWindows_RefusesNamesThatAreNoFiles(string name)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => SafePath.Combine("folder", name, windows: true), Throws.TypeOf<JobAssetException>());
            Assert.That(SafePath.Combine("folder", name, windows: false), Is.EqualTo(Path.Join("folder", name.Replace('/', Path.DirectorySeparatorChar))));
        }
    }

    [TestCase("..")]
    [TestCase("a/..")]
    [TestCase("/a")]
    [TestCase("a\0")]
    public void SafePath_Anywhere_RefusesNamesThatLeadElsewhere(string name) =>
        Assert.That(() => SafePath.Combine("folder", name, windows: false), Throws.TypeOf<JobAssetException>());

    private static AssetWorkspace Workspace(params (string Name, string Content)[] blobs)
    {
        var workspace = new AssetWorkspace();
        foreach ((string name, string content) in blobs)
        {
            workspace.Store.Container("stworkspace", "azureml").Put("ExperimentRun/" + name, BlobContent.FromBytes(System.Text.Encoding.UTF8.GetBytes(content)));
        }

        return workspace;
    }

    /// <summary>As storage keeps blobs that were put at once: with their MD5.</summary>
    private static AssetWorkspace Hashed(params (string Name, string Content)[] blobs)
    {
        AssetWorkspace workspace = Workspace(blobs);
        foreach ((string name, string content) in blobs)
        {
            workspace.Store.Container("stworkspace", "azureml").Change("ExperimentRun/" + name, blob => blob! with { ContentMd5 = BlobChecksums.Md5(System.Text.Encoding.UTF8.GetBytes(content)) });
        }

        return workspace;
    }

    private static bool IsGet(EngineRequest request, string name) => request.Method == "GET" && request.Uri.AbsolutePath.EndsWith(name, StringComparison.Ordinal);

    private static Task<DownloadedFiles> Download(AssetWorkspace workspace, string place, string folder) =>
        OutputDownloader.DownloadAsync(workspace.Context, place, folder, progress: null, CancellationToken.None);

    private sealed class Reports(Action<DownloadProgress> add) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => add(value);
    }

    // Of the right size, and with another letter in it.
    private static EngineResponse Broken() => new EngineResponse(206, "wrong"u8.ToArray(), "application/octet-stream")
        .With("ETag", "\"1\"").With("Content-Range", "bytes 0-4/5").With("Content-Length", "5").With("Last-Modified", "Mon, 05 Jan 2026 09:00:00 GMT").With("x-ms-blob-type", "BlockBlob");
}
