using System.Text.Json.Nodes;
using ServerlessCompute;

// The driver: makes entries as golden.py does, and compares two folders of them as compare.py does.
return args switch
{
    ["compare", var golden, var ours] => Compare(golden, ours),
    _ => Explain(),
};

static int Compare(string golden, string ours)
{
    IReadOnlyDictionary<string, JsonObject> own = GoldenFolder.Read(ours);
    EntryComparison[] compared =
    [
        .. from entry in GoldenFolder.Read(golden)
           where own.ContainsKey(entry.Key)
           orderby entry.Key
           select EntryComparison.Of(entry.Value, own[entry.Key]),
    ];
    foreach (EntryComparison comparison in compared.Where(comparison => !comparison.Agrees))
    {
        Console.WriteLine(comparison);
    }

    Console.WriteLine(string.Join(", ", compared.CountBy(comparison => comparison.Verdict).Select(count => $"{count.Key} {count.Value}")));
    Console.WriteLine($"agree {compared.Count(comparison => comparison.Agrees)} of {compared.Length}");
    return compared.All(comparison => comparison.Agrees) ? 0 : 1;
}

static int Explain()
{
    Console.Error.WriteLine("Usage: compare GOLDEN OURS    compares two folders of entries");
    return 2;
}
