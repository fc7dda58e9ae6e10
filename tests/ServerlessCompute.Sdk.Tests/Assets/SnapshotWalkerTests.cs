using System.Runtime.Versioning;

namespace ServerlessCompute;

public sealed class SnapshotWalkerTests
{
    [Test]
    public void Take_WithoutIgnoreFile_TakesEverything()
    {
        using FileTree tree = new FileTree().File("main.py").File(".git/config").File(".hidden").File("__pycache__/m.pyc").Folder("empty");

        Assert.That(Paths(tree), Is.EqualTo([".git/config", ".hidden", "__pycache__/m.pyc", "main.py"]));
    }

    [Test]
    public void Take_OfComponentCode_LeavesPythonCaches()
    {
        using FileTree tree = new FileTree().File("main.py").File("a/__pycache__/m.pyc");

        Assert.That(Paths(tree, SnapshotRules.ComponentCode), Is.EqualTo(["main.py"]));
    }

    [Test]
    public void Take_WithBothIgnoreFiles_ReadsOnlyAmlignore()
    {
        using FileTree tree = new FileTree().File(".amlignore", "a.txt\n").File(".gitignore", "b.txt\n").File("a.txt").File("b.txt");

        Assert.That(Paths(tree), Is.EqualTo([".amlignore", ".gitignore", "b.txt"]));
    }

    [Test]
    public void Take_WithGitignoreOnly_ReadsIt()
    {
        using FileTree tree = new FileTree().File(".gitignore", "\uFEFFbin/\r\n# comment\r\n\r\n").File("bin/x.dll").File("x.cs");

        Assert.That(Paths(tree), Is.EqualTo([".gitignore", "x.cs"]));
    }

    [Test]
    public void Take_WithNestedIgnoreFile_TakesItAsAnyFile()
    {
        using FileTree tree = new FileTree().File("sub/.amlignore", "*\n").File("sub/a.txt");

        Assert.That(Paths(tree), Is.EqualTo(["sub/.amlignore", "sub/a.txt"]));
    }

    [Test]
    public void Take_WithFileTakenBackFromIgnoredFolder_KeepsIt()
    {
        using FileTree tree = new FileTree().File(".amlignore", "logs/\n!logs/keep.txt\n").File("logs/keep.txt").File("logs/run.txt").File("logs/a/b.txt");

        Assert.That(Paths(tree), Is.EqualTo([".amlignore", "logs/keep.txt"]));
    }

    [Test]
    public void Take_WithIgnoredFolder_DoesNotLookInside()
    {
        // A link out of the folder is an error wherever the walk meets it: here it must not meet it.
        using FileTree tree = new FileTree().File(".amlignore", "node_modules\n!*.py\n!/src/**\n/venv/\n").File("main.py");
        tree.Link("venv/lib/out", "/");

        Assert.That(Paths(tree), Is.EqualTo([".amlignore", "main.py"]));
    }

    [Test]
    public void Take_OfSingleFile_IgnoresNothing()
    {
        using FileTree tree = new FileTree().File(".amlignore", "*\n").File("a.txt", "a");

        Snapshot snapshot = Take(tree["a.txt"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(snapshot.IsFile, Is.True);
            Assert.That(snapshot.Name, Is.EqualTo("a.txt"));
            Assert.That(snapshot.Files.Single(), Is.EqualTo(new SnapshotFile("a.txt", tree["a.txt"], 1, File.GetLastWriteTimeUtc(tree["a.txt"]))));
        }
    }

    [Test]
    public void Take_OfTrailingSlash_NamesTheFolder()
    {
        using FileTree tree = new FileTree().File("src/a.txt");

        Assert.That(Take(tree["src"] + Path.DirectorySeparatorChar).Name, Is.EqualTo("src"));
    }

    [Test]
    public void Take_OfMissingFolder_PrintsThePathTried()
    {
        using var tree = new FileTree();

        JobAssetException error = Fault(tree["nowhere/src"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Path, Is.EqualTo(tree["nowhere/src"]));
            Assert.That(error.Message, Does.Contain($"'{tree["nowhere/src"]}' does not exist"));
        }
    }

    [TestCase("")]
    [TestCase("*\n")]
    public void Take_WithNoFileLeft_IsRefused(string ignore)
    {
        using FileTree tree = new FileTree().Folder("empty/deeper");
        if (ignore.Length > 0)
        {
            tree.File(".amlignore", ignore);
        }

        Assert.That(Fault(tree.Root).Message, Does.Contain("holds no file"));
    }

    [TestCase("ok\nbad\\\n", "Line 2", "backslash")]
    [TestCase("!\n", "Line 1", "'!'")]
    [TestCase("[z-a]\n", "Line 1", "z-a")]
    public void Take_WithLineThatIsNoPattern_NamesTheLine(string ignore, string line, string gist)
    {
        using FileTree tree = new FileTree().File(".amlignore", ignore);

        Assert.That(Fault(tree.Root).Message, Does.Contain(line).And.Contain(gist).And.Contain(tree[".amlignore"]));
    }

    [Test]
    public void Take_WithIgnoreFileThatIsNotText_IsRefused()
    {
        using FileTree tree = new FileTree().File(".amlignore", [0x61, 0xFF, 0x0A]);

        Assert.That(Fault(tree.Root).Message, Does.Contain("not UTF-8"));
    }

    [Test]
    public void Take_OfDeepTree_DoesNotOverflow()
    {
        using var tree = new FileTree();
        string deep = string.Join('/', Enumerable.Repeat("d", OperatingSystem.IsWindows() ? 60 : 1_500));
        tree.File(deep + "/x.txt", "x");

        Assert.That(Take(tree.Root).Files.Single().RelativePath, Is.EqualTo(deep + "/x.txt"));
    }

    [Test]
    public void Take_WhenCanceled_Stops()
    {
        using FileTree tree = new FileTree().File("a.txt");

        Assert.That(
            () => SnapshotWalker.Take(tree.Root, SnapshotRules.JobCode, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Folders are locked in another way there.")]
    [UnsupportedOSPlatform("windows")]
    public void Take_OfUnreadableFolder_IsRefused()
    {
        Assume.That(Environment.IsPrivilegedProcess, Is.False, "Whoever may read everything cannot be refused.");

        using FileTree tree = new FileTree().File("a.txt").File("locked/b.txt");
        File.SetUnixFileMode(tree["locked"], UnixFileMode.None);

        Assert.That(Fault(tree.Root).Path, Is.EqualTo(tree["locked"]));
    }

    internal static Snapshot Take(string path, SnapshotRules? rules = null) =>
        SnapshotWalker.Take(path, rules ?? SnapshotRules.JobCode, CancellationToken.None);

    internal static IEnumerable<string> Paths(FileTree tree, SnapshotRules? rules = null) => Take(tree.Root, rules).Files.Select(f => f.RelativePath);

    internal static JobAssetException Fault(string path, SnapshotRules? rules = null) =>
        Assert.Throws<JobAssetException>(() => Take(path, rules))!;
}
