namespace ServerlessCompute;

[Platform(Exclude = "Win", Reason = "Making links needs a privilege there.")]
public sealed class SnapshotLinkTests
{
    [Test]
    public void Take_WithLinkedFile_TakesTheTargetUnderTheLinksName()
    {
        using FileTree tree = new FileTree().File("real/a.txt", "abc").Link("b.txt", "real/a.txt");

        SnapshotFile file = SnapshotWalkerTests.Take(tree.Root).Files[0];

        Assert.That((file.RelativePath, file.SourcePath, file.Length), Is.EqualTo(("b.txt", tree["real/a.txt"], 3L)));
    }

    [Test]
    public void Take_WithLinkedFolder_FollowsIt()
    {
        using FileTree tree = new FileTree().File("real/sub/a.txt").Link("linked", "real").Link("chain", "linked");

        Assert.That(SnapshotWalkerTests.Paths(tree), Is.EqualTo(["chain/sub/a.txt", "linked/sub/a.txt", "real/sub/a.txt"]));
    }

    [Test]
    public void Take_BeneathLinkedFolder_JudgesByTheTargetsPlace()
    {
        using FileTree tree = new FileTree().File(".amlignore", "/real/*.log\n/linked/*.txt\n").File("real/a.txt").File("real/b.log").Link("linked", "real");

        Assert.That(SnapshotWalkerTests.Paths(tree), Is.EqualTo([".amlignore", "linked/a.txt", "real/a.txt"]));
    }

    [Test]
    public void Take_ThroughLinkedRoot_NamesTheRealFolder()
    {
        using FileTree tree = new FileTree().File("real/a.txt").Link("alias", "real");

        Snapshot snapshot = SnapshotWalkerTests.Take(tree["alias"]);

        Assert.That((snapshot.Name, snapshot.SourcePath), Is.EqualTo(("real", tree["real"])));
    }

    [TestCase("../secret")]
    [TestCase("../secret/key.txt")]
    [TestCase("../srcery/a.txt")]
    public void Take_WithLinkOutOfTheFolder_NamesLinkAndTarget(string target)
    {
        using FileTree tree = new FileTree().File("secret/key.txt").File("srcery/a.txt").File("src/main.py").Link("src/sub/out", "../" + target);

        JobAssetException error = SnapshotWalkerTests.Fault(tree["src"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Path, Is.EqualTo(tree["src/sub/out"]));
            Assert.That(error.Message, Does.Contain(tree["src/sub/out"]).And.Contain("../" + target).And.Contain("leads out of"));
        }
    }

    [Test]
    public void Take_WithIgnoredLinkOutOfTheFolder_LeavesIt()
    {
        using FileTree tree = new FileTree().File("secret/key.txt").File("src/main.py").File("src/.amlignore", "out\n").Link("src/out", "../secret");

        Assert.That(SnapshotWalkerTests.Take(tree["src"]).Files.Select(f => f.RelativePath), Is.EqualTo([".amlignore", "main.py"]));
    }

    [Test]
    public void Take_OfData_FollowsLinksOut()
    {
        using FileTree tree = new FileTree().File("elsewhere/big.csv").File("data/a.csv").Link("data/more", "../elsewhere");

        Assert.That(SnapshotWalkerTests.Take(tree["data"], SnapshotRules.Data).Files.Select(f => f.RelativePath), Is.EqualTo(["a.csv", "more/big.csv"]));
    }

    [TestCase(".")]
    [TestCase("..")]
    public void Take_WithLinkToFolderAround_IsRefused(string target)
    {
        using FileTree tree = new FileTree().File("a.txt").Link("sub/again", target);

        Assert.That(SnapshotWalkerTests.Fault(tree.Root).Message, Does.Contain("never end"));
    }

    [Test]
    public void Take_WithTwoFoldersLinkedIntoEachOther_IsRefused()
    {
        using FileTree tree = new FileTree().File("a/x.txt").File("b/y.txt").Link("a/toB", "../b").Link("b/toA", "../a");

        Assert.That(SnapshotWalkerTests.Fault(tree.Root).Message, Does.Contain("never end"));
    }

    [Test]
    public void Take_OfDataWithLinkToFolderAboveTheRoot_IsRefused()
    {
        using FileTree tree = new FileTree().File("data/a.txt").Link("data/up", "..");

        Assert.That(SnapshotWalkerTests.Fault(tree["data"], SnapshotRules.Data).Message, Does.Contain("never end"));
    }

    [Test]
    public void Take_WithLadderOfDoubledLinks_IsRefusedBeforeItMultiplies()
    {
        using var tree = new FileTree();
        for (int i = 0; i < 40; i++)
        {
            tree.Link($"{i}/left", $"../{i + 1}").Link($"{i}/right", $"../{i + 1}");
        }

        tree.File("40/x.txt");

        Assert.That(SnapshotWalkerTests.Fault(tree.Root).Message, Does.Contain("more than 10 other links"));
    }

    [TestCase("missing.txt", "leads to nothing")]
    [TestCase("self", "leads back to itself")]
    public void Take_WithLinkToNowhere_IsRefused(string target, string gist)
    {
        using FileTree tree = new FileTree().File("a.txt").Link("self", target);

        Assert.That(SnapshotWalkerTests.Fault(tree.Root).Message, Does.Contain(gist));
    }

    [Test]
    public void Take_OfRootThatIsItsOwnTarget_IsRefused()
    {
        using FileTree tree = new FileTree().Link("src", "src");

        Assert.That(SnapshotWalkerTests.Fault(tree["src"]).Message, Does.Contain("leads back to itself"));
    }
}
