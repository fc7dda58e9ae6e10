namespace ServerlessCompute;

/// <summary>A file that changes after it was planned is never uploaded as if it had not.</summary>
internal sealed class SnapshotStreamTests : IDisposable
{
    private readonly FileTree _tree = new FileTree().File("a.txt", "abcdef");

    private SnapshotFile File => SnapshotWalkerTests.Take(_tree["a.txt"]).Files[0];

    public void Dispose() => _tree.Dispose();

    [Test]
    public async Task ReadAsync_OfUnchangedFile_GivesItsBytesAgainAndAgain()
    {
        await using Stream stream = File.OpenRead();
        byte[] bytes = new byte[10];

        int first = await stream.ReadAsync(bytes);
        stream.Position = 0;
        int again = stream.Read(bytes, 0, 10);
        stream.Seek(4, SeekOrigin.Begin);

        Assert.That((first, again, stream.Read(bytes, 0, 10), stream.Read(bytes, 0, 10), stream.Length), Is.EqualTo((6, 6, 2, 0, 6L)));
    }

    [Test]
    public async Task ReadAsync_OfFileWrittenMeanwhile_KeepsTheLastBytesBack()
    {
        await using Stream stream = File.OpenRead();
        byte[] bytes = new byte[3];
        await stream.ReadExactlyAsync(bytes);

        System.IO.File.SetLastWriteTimeUtc(_tree["a.txt"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await Assert.ThatAsync(async () => await stream.ReadAsync(bytes), Throws.TypeOf<JobAssetException>().With.Message.Contains("changed"));
    }

    [TestCase("abcdefg")]
    [TestCase("ab")]
    public async Task Read_OfFileOfAnotherLength_IsRefused(string content)
    {
        await using Stream stream = File.OpenRead();
        byte[] bytes = new byte[3];
        await stream.ReadExactlyAsync(bytes);

        await using (var other = new FileStream(_tree["a.txt"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            other.SetLength(0);
            other.Write(System.Text.Encoding.UTF8.GetBytes(content));
        }

        Assert.That(() => stream.Read(bytes, 0, 3), Throws.TypeOf<JobAssetException>().With.Message.Contains("changed"));
    }

    [Test]
    public void OpenRead_OfFileThatIsGone_SaysSo()
    {
        SnapshotFile file = File;
        System.IO.File.Delete(_tree["a.txt"]);

        Assert.That(file.OpenRead, Throws.TypeOf<JobAssetException>().With.Message.Contains("is gone").And.Property("Path").EqualTo(_tree["a.txt"]));
    }

    [Test]
    public async Task Submit_OfLargeFileWrittenMeanwhile_LeavesNoBlob()
    {
        _tree.File("src/big.bin", new byte[(64 * 1024 * 1024) + 1]);
        var workspace = new AssetWorkspace();
        workspace.Intercept = request =>
        {
            if (request.Uri.Query.Contains("comp=block&", StringComparison.Ordinal))
            {
                System.IO.File.SetLastWriteTimeUtc(_tree["src/big.bin"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            }

            return null;
        };
        JobPlan plan = await JobPlanner.PlanAsync(Command.Run("x").WithCode(_tree["src"]), new PlanScope(AssetWorkspace.Path, "."), default);

        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => new PlanApplier(workspace.Context).ApplyAsync(plan, progress: null, default)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Path, Is.EqualTo(_tree["src/big.bin"]));
            Assert.That(workspace.Requests, Has.None.Contains("comp=blocklist"));
        }
    }
}
