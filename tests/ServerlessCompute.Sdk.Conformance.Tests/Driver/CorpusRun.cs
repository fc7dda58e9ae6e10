using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What became of the files of a corpus.</summary>
internal sealed class CorpusRun
{
    private CorpusRun(IReadOnlyList<GoldenEntry> entries, IReadOnlyDictionary<string, JsonObject> golden)
    {
        Entries = entries;
        Comparisons = [.. entries.Select(entry => EntryComparison.Of(golden[entry.File.Name], entry.ToJson()))];
    }

    public IReadOnlyList<GoldenEntry> Entries { get; }

    /// <summary>Each entry beside the golden one.</summary>
    public IReadOnlyList<EntryComparison> Comparisons { get; }

    public static async Task<CorpusRun> OfAsync(IReadOnlyList<CorpusFile> files, IReadOnlyDictionary<string, JsonObject> golden)
    {
        var driver = new GoldenDriver(new SdkYaml());
        var entries = new List<GoldenEntry>();
        foreach (CorpusFile file in files)
        {
            entries.Add(await driver.RunAsync(file));
        }

        return new CorpusRun(entries, golden);
    }
}
