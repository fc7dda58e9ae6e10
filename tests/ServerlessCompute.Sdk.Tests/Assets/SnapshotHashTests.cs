using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>The hashes were made with the reference client, azure-ai-ml 1.35.2.</summary>
public sealed class SnapshotHashTests
{
    [Test]
    public void ContentHash_OfNestedFolder_EqualsTheReferences()
    {
        using FileTree tree = new FileTree().File("main.py", "print(1)\n").File("sub/u.py").File("sub/\u00e9.txt", "x");

        Assert.That(Content(tree.Root), Is.EqualTo("480b886e17ebf4cba5369a9aa4ede55d108ee82f75e9353ee93515fb37c39e59"));
    }

    [Test]
    public void ContentHash_WithIgnoreFile_EqualsTheReferences()
    {
        using FileTree tree = new FileTree()
            .File(".amlignore", "*.log\n!keep.log\nlogs/\n").File("A.txt", "A").File("b.txt", "b").File("debug.log", "x")
            .File("keep.log", "k").File("logs/run.txt", "r").File("sub/c.txt", "c").File("__pycache__/m.pyc", "P");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Content(tree.Root), Is.EqualTo("85ee89a0b2b84e7bad4b24507bccb1bbcb99ce2f519369dd47ea5ceac8e69d40"));
            Assert.That(
                Content(tree.Root, SnapshotRules.ComponentCode), Is.EqualTo("e6677f1f93182f6c46b63bdf1e6fa1ed60c663ef9d000fd9be809f832101cae1"));
        }
    }

    [Test]
    public void ContentHash_OfSingleFile_EqualsTheReferences()
    {
        using FileTree tree = new FileTree().File("a.txt", "a");

        Assert.That(Content(tree["a.txt"]), Is.EqualTo("862da1bf8887bb682e01e98451576e27e096111bb2849a7eeb671c06e11907f6"));
    }

    [Test]
    public void ContentHash_OfNoFiles_IsTheHashOfZero()
    {
        Assert.That(
            ContentHash.Compute([], CancellationToken.None).Hex, Is.EqualTo("5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"));
    }

    [Test]
    public void ContentHash_OfLargeFile_IsOverTheWholeStream()
    {
        byte[] bytes = [.. Enumerable.Range(0, 1_000_003).Select(i => (byte)(i * 7))];
        using FileTree tree = new FileTree().File("big.bin", bytes);
        byte[] stream = [.. "1#big.bin#1000003"u8, .. bytes];

        Assert.That(Content(tree.Root), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(stream))));
    }

    [Test]
    public void ContentHash_OfMuchContent_IsOverTheWholeStream()
    {
        // Enough for the hash to be fed from another thread, in pieces that end anywhere.
        using var tree = new FileTree();
        var stream = new MemoryStream();
        stream.Write("40"u8);
        byte[][] contents = [.. Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 250_007 + i).Select(j => (byte)(j * (i + 3))).ToArray())];
        for (int i = 0; i < contents.Length; i++)
        {
            tree.File($"f{i:00}", contents[i]);
            stream.Write(Encoding.UTF8.GetBytes($"#f{i:00}#{contents[i].Length}"));
        }

        stream.Write([.. contents.SelectMany(content => content)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Content(tree.Root), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()))));
            Assert.That(
                Object(tree.Root),
                Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData([.. "Initialize for october 2021 AML CLI version"u8, .. contents.SelectMany((content, i) => Encoding.UTF8.GetBytes($"f{i:00}").Concat(content))]))));
        }
    }

    [Test]
    public void ContentHash_OfMuchContentThatChangedMeanwhile_IsRefused()
    {
        using FileTree tree = new FileTree().File("a", new byte[5_000_000]).File("b", new byte[10]).File("c", new byte[5_000_000]);
        Snapshot snapshot = SnapshotWalkerTests.Take(tree.Root);
        tree.File("b", "longer than ten bytes");

        Assert.That(() => ContentHash.Compute(snapshot.Files, CancellationToken.None), Throws.TypeOf<JobAssetException>().With.Property("Path").EqualTo(tree["b"]));
    }

    [Test]
    public void ContentHash_OfMuchContentWhenCanceled_Stops()
    {
        using FileTree tree = new FileTree().File("a", new byte[5_000_000]);
        Snapshot snapshot = SnapshotWalkerTests.Take(tree.Root);

        Assert.That(() => ContentHash.Compute(snapshot.Files, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void BufferPipe_WhoseTakerFails_StopsItsFiller()
    {
        using var pipe = new BufferPipe(CancellationToken.None);

        Assert.That(
            () => pipe.Run(
                static sink =>
                {
                    while (true)
                    {
                        sink.Write(new byte[100_000]);
                    }
                },
                static _ => throw new InvalidOperationException("full")),
            Throws.InvalidOperationException);
    }

    [Test]
    public void ContentHash_Order_IsByCodePointAfterLowerCasing()
    {
        // U+1F600 is beyond U+FF5E, but its UTF-16 form is not; 'B' comes after 'a', and '_' between the cases.
        using FileTree tree = new FileTree().File("\uFF5E", "1").File("\U0001F600", "2").File("a", "3").File("B", "4").File("_", "5").File("\u0130", "6");
        byte[] stream = Encoding.UTF8.GetBytes("6#_#1#a#1#B#1#\u0130#1#\uFF5E#1#\U0001F600#1534612");

        Assert.That(Content(tree.Root), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(stream))));
    }

    [Test]
    public void ContentHash_OfFileThatGrewMeanwhile_IsRefused()
    {
        using FileTree tree = new FileTree().File("a.txt", "a");
        Snapshot snapshot = SnapshotWalkerTests.Take(tree.Root);
        tree.File("a.txt", "longer");

        Assert.That(() => ContentHash.Compute(snapshot.Files, CancellationToken.None), Throws.TypeOf<JobAssetException>().With.Message.Contains("changed"));
    }

    [Test]
    public void ContentHash_OfFileThatWentMeanwhile_IsRefused()
    {
        using FileTree tree = new FileTree().File("a.txt", "a");
        Snapshot snapshot = SnapshotWalkerTests.Take(tree.Root);
        File.Delete(tree["a.txt"]);

        Assert.That(() => ContentHash.Compute(snapshot.Files, CancellationToken.None), Throws.TypeOf<JobAssetException>().With.Message.Contains(tree["a.txt"]));
    }

    [Test]
    public void CodeName_OfContentHash_IsItsFirstDigits()
    {
        var hash = new ContentHash("480b886e17ebf4cba5369a9aa4ede55d108ee82f75e9353ee93515fb37c39e59");

        Assert.That(hash.CodeName, Is.EqualTo(new Guid("480b886e-17eb-f4cb-a536-9a9aa4ede55d")));
    }

    [Test]
    public void ObjectHash_OfFolder_EqualsTheReferences()
    {
        using FileTree tree = new FileTree().File("x.csv", "1\n").File("n/y.txt", "2").File("n/B").Folder("zempty");

        Assert.That(Object(tree.Root), Is.EqualTo("e87bde1f94bbcb1befb688d8ff950cd044e97da3eb302f537f17c4599ea85a59"));
    }

    [Test]
    public void ObjectHash_OfFile_EqualsTheReferences()
    {
        using FileTree tree = new FileTree().File("whatever.csv", "1\n");

        Assert.That(Object(tree["whatever.csv"]), Is.EqualTo("11a1beadfe329e2aacd60e17b29b5e82eb6754d1a9750701749bbe85c51ded33"));
    }

    [Test]
    public void ObjectHash_WithFolderIgnoredWithSlash_FeedsItsNameOnly()
    {
        using FileTree tree = new FileTree().File(".amlignore", "logs/\nout\n").File("a", "1").File("logs/x", "2").File("out/y", "3");

        Assert.That(Object(tree.Root), Is.EqualTo(OfStream(".amlignorelogs/\nout\na1logs")));
    }

    [Test]
    public void ObjectHash_WithLinks_FeedsTheLinksNameAndTheTargetsContent()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Making links needs a privilege there.");
        }

        using FileTree tree = new FileTree().File("away/x", "1").File("data/z", "2").Link("data/folder", "../away").Link("data/file", "../away/x");

        Assert.That(Object(tree["data"]), Is.EqualTo(OfStream("file1folderx1z2")));
    }

    private static string OfStream(string stream) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Initialize for october 2021 AML CLI version" + stream)));

    private static string Content(string path, SnapshotRules? rules = null) =>
        ContentHash.Compute(SnapshotWalkerTests.Take(path, rules).Files, CancellationToken.None).Hex;

    private static string Object(string path) =>
        ObjectHash.Compute(SnapshotWalkerTests.Take(path, SnapshotRules.Data), SnapshotRules.Data, CancellationToken.None);
}
