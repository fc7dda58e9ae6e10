using System.Text.Json;
using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// Hashes of random trees are those that the reference client makes of the same trees, where it can be had. More trees:
/// <c>CsCheck_Iter=2000 dotnet test --filter Name~Hashes_OfRandomTrees</c>.
/// </summary>
internal sealed class ReferenceHashTests
{
    private const string Program = """
        from pathlib import Path
        from azure.ai.ml._utils._asset_utils import get_content_hash, get_ignore_file, get_object_hash
        from azure.ai.ml.entities._component.code import ComponentIgnoreFile

        for folder in INPUT.split("\n"):
            path = Path(folder)
            hashes = [get_content_hash(path, get_ignore_file(path)), get_content_hash(path, ComponentIgnoreFile(path)), get_object_hash(path, get_ignore_file(path))]
            print(json.dumps(hashes))
        """;

    private static readonly Gen<string> _name = Gen.OneOf(
        "a", "B", "ab.py", "x.log", "_", "-", "data", "__pycache__", ".git", "\u00e9", "e\u0301", "\uFF5E", "\U0001F600", "\u0130x", "stra\u00DFe", "\u03A3\u03A3", "\u03C3", "caf\u00E9 1", "[1]", "#h");

    private static readonly Gen<string> _line = Gen.OneOf(
        "*.log", "!x.log", "data/", "/data", "**/a", "a/**", "!a/B/**", "?", "[a-b]*", "data/**/x.log", "# note", "", "  B  ", "\\#h", "__pycache__", "!__pycache__", "stra*", "*", "!*/", "!*.py");

    private static readonly Gen<(string[] Lines, string[] Paths, int Seed)> _tree = Gen.Select(
        _line.Array[0, 5], _name.Array[1, 4].Select(names => string.Join('/', names)).Array[1, 12], Gen.Int[0, 1000]);

    [Test]
    public async Task Hashes_OfRandomTrees_EqualTheReferences()
    {
        using var root = new FileTree();
        int made = 0;
        var folders = new List<string>();
        _tree.Sample(tree => folders.Add(Write(root, $"{made++:0000}", tree)), iter: Check.Iter, threads: 1);
        string[] expected = (await PythonWithReference.RunAsync(Program, string.Join('\n', folders))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        using (Assert.EnterMultipleScope())
        {
            foreach ((string folder, string line) in folders.Zip(expected))
            {
                Assert.That(Hashes(folder), Is.EqualTo(JsonElement.Parse(line).EnumerateArray().Select(hash => hash.GetString())), () => Describe(folder));
            }
        }

        Assert.That(expected, Has.Length.EqualTo(folders.Count).And.Length.GreaterThanOrEqualTo(Check.Iter));
    }

    private static string[] Hashes(string folder) =>
    [
        Content(folder, SnapshotRules.JobCode),
        Content(folder, SnapshotRules.ComponentCode),
        ObjectHash.Compute(SnapshotWalker.Take(folder, SnapshotRules.Data, default), SnapshotRules.Data, default),
    ];

    private static string Content(string folder, SnapshotRules rules) => ContentHash.Compute(SnapshotWalker.Take(folder, rules, default).Files, default).Hex;

    /// <summary>A file that nothing ignores is always there: a tree with none is refused here, and hashed by the reference before it refuses it.</summary>
    private static string Write(FileTree root, string name, (string[] Lines, string[] Paths, int Seed) tree)
    {
        root.File($"{name}/keep", "kept");
        root.File($"{name}/{(tree.Seed % 2 == 0 ? ".amlignore" : ".gitignore")}", string.Join('\n', [.. tree.Lines, "!keep"]));
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string path in tree.Paths.Where(path => IsFree(path, taken)))
        {
            root.File($"{name}/{path}", new string('x', tree.Seed % 7) + path);
        }

        return root[name];
    }

    /// <summary>Paths that differ in case alone have no order in the reference; a name is a file or a folder.</summary>
    private static bool IsFree(string path, HashSet<string> taken)
    {
        string[] names = path.Split('/');
        string[] parents = [.. Enumerable.Range(1, names.Length - 1).Select(count => string.Join('/', names[..count]))];
        if (parents.Any(parent => taken.Contains("file " + parent)) || taken.Contains("folder " + path) || taken.Contains("file " + path))
        {
            return false;
        }

        taken.UnionWith([.. parents.Select(parent => "folder " + parent), "file " + path]);
        return true;
    }

    private static string Describe(string folder) =>
        string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => $"{Path.GetRelativePath(folder, file)} ({new FileInfo(file).Length})")
            .Append(string.Join(" | ", File.ReadAllLines(Directory.EnumerateFiles(folder, ".*ignore").First()))));
}
