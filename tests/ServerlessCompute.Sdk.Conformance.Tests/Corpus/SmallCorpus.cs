using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>The corpus of our own: YAML files of every kind with what the reference client sends for them.</summary>
/// <remarks>Used from a copy outside of the working copy, as the golden entries were made: what is in a git repository says so.</remarks>
[SetUpFixture]
internal sealed class SmallCorpus
{
    private static readonly Lazy<string> _copy = new(MakeCopy);

    /// <summary>The folder of the YAML files.</summary>
    public static string Root => _copy.Value;

    public static IReadOnlyList<CorpusFile> Files => field ??= CorpusFile.In(Root);

    /// <summary>What the reference client sends, by file.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Golden { get; } = GoldenFolder.Read(Of("golden"));

    /// <summary>The files where this library differs on purpose.</summary>
    public static IReadOnlySet<string> Wanted { get; } = GoldenFolder.Rows(Of("wanted-differences.txt")).Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

    [OneTimeTearDown]
    public void DeleteCopy()
    {
        if (_copy.IsValueCreated)
        {
            Directory.Delete(_copy.Value, recursive: true);
        }
    }

    private static string Of(string name) => Repository.Folder("tests", "ServerlessCompute.Sdk.Conformance.Tests", "Corpus", name);

    private static string MakeCopy()
    {
        string copy = Directory.CreateTempSubdirectory("corpus-").FullName;
        foreach (string file in Directory.EnumerateFiles(Of("yaml"), "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(Of("yaml"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
