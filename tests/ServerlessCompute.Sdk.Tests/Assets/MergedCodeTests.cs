using System.IO.Compression;
using System.Text.Json;
using CsCheck;

namespace ServerlessCompute;

/// <summary>A component's code with its additional includes.</summary>
internal sealed class MergedCodeTests
{
    private const string Program = """
        from pathlib import Path
        from azure.ai.ml._utils._asset_utils import get_content_hash
        from azure.ai.ml.entities._component._additional_includes import AdditionalIncludes
        from azure.ai.ml.entities._component.code import ComponentIgnoreFile

        for line in INPUT.split("\n"):
            base, code, includes = json.loads(line)
            with AdditionalIncludes(origin_code_value=code, base_path=Path(base), configs=includes).merge_local_code_and_additional_includes() as folder:
                print(get_content_hash(folder, ComponentIgnoreFile(folder)))
        """;

    private static readonly Gen<string> _name = Gen.OneOf("a", "b.py", "x.log", "data", "__pycache__", "sub", "é");

    // Not among them: what matches a folder's own name for itself, '.', with which the reference hides more than it should.
    private static readonly Gen<string> _line = Gen.OneOf("*.log", "!x.log", "data/", "/data", "**/a", "sub/**", "shared/b.py", "lib/", "[ab]*", "!sub/data", "/shared/sub");

    private static readonly Gen<string[]> _paths = _name.Array[1, 3].Select(names => string.Join('/', names)).Array[1, 8];

    private static readonly Gen<string[]> _lines = _line.Array[0, 3];

    [Test]
    public void Take_OfFilesAndFolders_PutsThemIntoOneFolder()
    {
        using FileTree tree = new FileTree().File("src/main.py").File("src/lib/a.py").File("shared/util.py").File("shared/deep/x.py").File("README.md");

        Snapshot snapshot = Take(tree, "src", "shared", "README.md");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Paths(snapshot), Is.EqualTo(["lib/a.py", "main.py", "README.md", "shared/deep/x.py", "shared/util.py"]));
            Assert.That(snapshot.Name, Is.EqualTo("code_with_additional_includes"));
            Assert.That(snapshot.IsFile, Is.False);
        }
    }

    [Test]
    public void Take_OfIncludesAlone_HonoursTheBaseFoldersIgnoreFile()
    {
        using FileTree tree = new FileTree().File(".amlignore", "*.log\n").File("shared/util.py").File("shared/x.log");

        Assert.That(Paths(Take(tree, null, "shared")), Is.EqualTo(["shared/util.py"]));
    }

    [Test]
    public void Take_OfCodeFile_PutsItBesideTheIncludes()
    {
        using FileTree tree = new FileTree().File("main.py").File(".amlignore", "*").File("shared/util.py");

        Assert.That(Paths(Take(tree, "main.py", "shared")), Is.EqualTo(["main.py", "shared/util.py"]));
    }

    [Test]
    public void Take_WithIgnoreFiles_AppliesTheCodesToIncludesAndEachFoldersBeneathIt()
    {
        using FileTree tree = new FileTree()
            .File("src/.amlignore", "*.log\nshared/secret\n").File("src/main.py").File("src/a.log").File("src/sub/.gitignore", "*.tmp\n").File("src/sub/b.tmp").File("src/sub/c.py")
            .File("shared/.amlignore", "*.bin\n").File("shared/x.bin").File("shared/y.log").File("shared/secret").File("shared/z.py").File("shared/__pycache__/z.pyc");

        Assert.That(Paths(Take(tree, "src", "shared")), Is.EqualTo([".amlignore", "main.py", "shared/.amlignore", "shared/z.py", "sub/.gitignore", "sub/c.py"]));
    }

    [Test]
    public void Take_WithIgnoredFolder_NeverLooksIntoIt()
    {
        using FileTree tree = new FileTree().File("src/.amlignore", "venv\n").File("src/main.py").File("src/venv/.amlignore", "a[z-a]\n").File("shared/a.py");

        Assert.That(Paths(Take(tree, "src", "shared")), Is.EqualTo([".amlignore", "main.py", "shared/a.py"]));
    }

    [Test]
    public void Take_OfIncludesWithOneName_MergesThemTheLastWinning()
    {
        using FileTree tree = new FileTree().File("src/m.py").File("one/shared/a.py", "1").File("one/shared/b.py", "1").File("two/shared/a.py", "22");

        Snapshot snapshot = Take(tree, "src", "one/shared", "two/shared");

        Assert.That(snapshot.Files.Select(f => (f.RelativePath, f.Length)), Is.EqualTo([("m.py", 0L), ("shared/a.py", 2L), ("shared/b.py", 1L)]));
    }

    [Test]
    public void Take_OfNameThatTheCodeHasAlready_IsRefused()
    {
        using FileTree tree = new FileTree().File("src/shared/a.py").File("shared/b.py");

        Assert.That(() => Take(tree, "src", "shared"), Throws.TypeOf<JobAssetException>().With.Message.Contains("has a 'shared' already"));
    }

    [Test]
    public void Take_OfMissingInclude_NamesTheAbsolutePath()
    {
        using FileTree tree = new FileTree().File("src/a.py");

        Assert.That(() => Take(tree, "src", "nowhere"), Throws.TypeOf<JobAssetException>().With.Message.Contains($"additional include '{tree["nowhere"]}' does not exist"));
    }

    [Test]
    public void Take_OfMissingCode_SaysSo()
    {
        using FileTree tree = new FileTree().File("shared/a.py");

        Assert.That(() => Take(tree, "src", "shared"), Throws.TypeOf<JobAssetException>().With.Message.Contains($"code folder '{tree["src"]}' does not exist"));
    }

    [Test]
    public async Task Take_OfZip_ArchivesTheFolder()
    {
        using FileTree tree = new FileTree().File("src/m.py").File("lib/z.py", "z").File("lib/a/é.py", "ä").File("lib/x.log").File("lib/.amlignore", "*.log\n").File("lib/__pycache__/z.pyc").File("lib/empty");

        Snapshot snapshot = Take(tree, "src", "lib.zip");
        byte[] bytes = await ReadAsync(snapshot.Files.Single(f => f.RelativePath == "lib.zip"));
        using var archive = new ZipArchive(new MemoryStream(bytes));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Paths(snapshot), Is.EqualTo(["lib.zip", "m.py"]));
            Assert.That(archive.Entries.Select(e => e.FullName), Is.EqualTo(["lib/", "lib/.amlignore", "lib/a/é.py", "lib/empty", "lib/z.py"]));
            Assert.That(new StreamReader(archive.GetEntry("lib/a/é.py")!.Open()).ReadToEnd(), Is.EqualTo("ä"));
            Assert.That(bytes, Has.Length.EqualTo(snapshot.Files.Single(f => f.RelativePath == "lib.zip").Length));
        }
    }

    [Test]
    public void Take_OfZipTwice_HasOneHashWhateverTheFilesDates()
    {
        using FileTree tree = new FileTree().File("src/m.py").File("lib/a.py", "a").File("lib/b.py", "b");
        string before = Hash(Take(tree, "src", "lib.zip"));
        File.SetLastWriteTimeUtc(tree["lib/a.py"], new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        string after = Hash(Take(tree, "src", "lib.zip"));
        tree.File("lib/a.py", "c");

        Assert.That((after, Hash(Take(tree, "src", "lib.zip"))), Is.EqualTo((before, "other")).Using<(string, string)>((x, y) => x.Item1 == y.Item1 && x.Item2 != before));
    }

    [Test]
    public async Task Take_OfZipOfManyFiles_UsesTheFormatsExtension()
    {
        using FileTree tree = new FileTree().File("m.py");
        SnapshotFile[] files = [.. Enumerable.Range(0, 70_000).Select(i => new SnapshotFile($"lib/{i}", tree["m.py"], 0, default))];

        byte[] bytes = await ReadAsync(ZippedFolder.Make("lib.zip", tree["lib"], files, default));
        using var archive = new ZipArchive(new MemoryStream(bytes));

        Assert.That(archive.Entries, Has.Count.EqualTo(70_001));
    }

    [Test]
    public void LocalHeader_OfLargeFile_UsesTheFormatsExtension()
    {
        var entry = new ZipEntry("lib/big", 7, 5_000_000_000, 0, 6_000_000_000);
        byte[] header = entry.LocalHeader();
        byte[] directory = ZipEntry.Directory([entry], 11_000_000_000);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(BitConverter.ToUInt32(header, 18), Is.EqualTo(uint.MaxValue));
            Assert.That(BitConverter.ToInt64(header, 30 + 7 + 4), Is.EqualTo(5_000_000_000));
            Assert.That(BitConverter.ToInt64(directory, 46 + 7 + 4 + 16), Is.EqualTo(6_000_000_000));
            Assert.That(BitConverter.ToInt64(directory, 46 + 7 + 28 + 48), Is.EqualTo(11_000_000_000));
        }
    }

    [Test]
    public void Take_OfZipThatIsThere_TakesItAsItIs()
    {
        using FileTree tree = new FileTree().File("src/m.py").File("lib.zip", "PK").File("lib/a.py");

        Assert.That(Take(tree, "src", "lib.zip").Files[0].Archive, Is.Null);
    }

    [Test]
    public async Task OpenRead_OfArchiveWhoseFileChanged_IsRefused()
    {
        using FileTree tree = new FileTree().File("src/m.py").File("lib/a.py", "a");
        SnapshotFile archive = Take(tree, "src", "lib.zip").Files[0];
        tree.File("lib/a.py", "longer");

        await Assert.ThatAsync(() => ReadAsync(archive), Throws.TypeOf<JobAssetException>().With.Message.Contains("changed"));
    }

    [Test]
    public async Task Submit_OfCodeWithArchive_UploadsIt()
    {
        using FileTree tree = new FileTree().File("src/m.py", "m").File("lib/a.py", "a");
        var workspace = new AssetWorkspace();
        var collector = new AssetCollector(new PlanScope(AssetWorkspace.Path, tree.Root), default);
        collector.ComponentCode("jobs.a.code", "src", ["lib.zip"]);

        await new CodeUploader(workspace.Context).EnsureAsync((CodeNeed)collector.Needs.Single(), progress: null, default);

        string container = "code-" + ((CodeNeed)collector.Needs.Single()).Hash.CodeName;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(workspace.Blobs(container), Is.EqualTo(["code_with_additional_includes/lib.zip", "code_with_additional_includes/m.py"]));
            Assert.That(BlobFixture.Text(workspace.Store.Container("stworkspace", container).TryGet("code_with_additional_includes/lib.zip")!.Content), Does.StartWith("PK"));
        }
    }

    [Test]
    public async Task Hashes_OfRandomTrees_EqualTheReferences()
    {
        using var root = new FileTree();
        var cases = new List<(string Base, string? Code, string[] Includes)>();
        Gen.Select(_paths, _lines, _paths, _lines, Gen.Bool).Sample(
            (code, codeLines, shared, sharedLines, hasCode) => cases.Add(Write(root, cases.Count, code, codeLines, shared, sharedLines, hasCode)), iter: Check.Iter, threads: 1);

        string[] expected = (await PythonWithReference.RunAsync(Program, string.Join('\n', cases.Select(c => $"[\"{c.Base}\",{(c.Code is null ? "null" : $"\"{c.Code}\"")},{JsonSerializer.Serialize(c.Includes)}]"))))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(cases.Select(c => Hash(Take(c.Base, c.Code, c.Includes))), Is.EqualTo(expected));
    }

    private static (string Base, string? Code, string[] Includes) Write(FileTree root, int number, string[] code, string[] codeLines, string[] shared, string[] sharedLines, bool hasCode)
    {
        string name = $"{number:0000}";
        WriteFiles(root, $"{name}/src", code, codeLines);
        WriteFiles(root, $"{name}/shared", shared, sharedLines);
        root.File($"{name}/README.md", "r").File($"{name}/src/keep.md", "k");
        return (root[name], hasCode ? "src" : null, ["shared", "README.md"]);
    }

    private static void WriteFiles(FileTree root, string folder, string[] paths, string[] lines)
    {
        root.Folder(folder);
        foreach (string path in paths)
        {
            string[] names = path.Split('/');
            bool isFree = Enumerable.Range(1, names.Length - 1).All(count => !File.Exists(root[$"{folder}/{string.Join('/', names[..count])}"])) && !Path.Exists(root[$"{folder}/{path}"]);
            if (isFree)
            {
                root.File($"{folder}/{path}", path);
            }
        }

        if (lines.Length > 0)
        {
            root.File($"{folder}/.amlignore", string.Join('\n', lines));
        }

        if (lines.Length > 1 && Directory.Exists(root[$"{folder}/sub"]))
        {
            root.File($"{folder}/sub/.gitignore", lines[1]);
        }
    }

    private static IEnumerable<string> Paths(Snapshot snapshot) => snapshot.Files.Select(f => f.RelativePath);

    private static string Hash(Snapshot snapshot) => ContentHash.Compute(snapshot.Files, default).Hex;

    private static Snapshot Take(FileTree tree, string? code, params string[] includes) => Take(tree.Root, code, includes);

    private static Snapshot Take(string root, string? code, params string[] includes) => new MergedCode(SnapshotRules.ComponentCode, default).Take(
        code is null ? null : Path.Join(root, code), includes.Select(include => Path.Join(root, include)), root);

    private static async Task<byte[]> ReadAsync(SnapshotFile file)
    {
        using var bytes = new MemoryStream();
        await using Stream stream = file.OpenRead();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
