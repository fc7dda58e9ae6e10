using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>The large corpus, where it lies beside the repository.</summary>
internal static class LargeCorpus
{
    /// <summary>Its folder; skips the test at hand when it is not there.</summary>
    public static string Demand() => SharedMaterial.Demand("corpus");

    public static IReadOnlyList<CorpusFile> Files => field ??= CorpusFile.In(Demand());

    public static IReadOnlyDictionary<string, JsonObject> Golden => field ??= GoldenFolder.Read(Path.Combine(Demand(), "golden"));

    /// <summary>The files where this library is to differ.</summary>
    public static IReadOnlySet<string> Wanted =>
        field ??= GoldenFolder.Rows(Path.Combine(Demand(), "wanted-differences.txt")).Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
}
