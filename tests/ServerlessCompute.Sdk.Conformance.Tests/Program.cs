using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServerlessCompute;

// The driver: makes entries as golden.py does, and compares two folders of them as compare.py does.
return args switch
{
    ["golden", var root, var output] => await RecordAsync(Path.GetFullPath(root), Path.GetFullPath(output)),
    ["compare", var golden, var ours] => Compare(golden, ours),
    ["traffic", var output, .. var corpus] => await KeepTrafficAsync(Path.GetFullPath(output), corpus),
    ["submit", var folder, var lives, var answerIsLost] => await KillProcessTests.SubmitAsync(folder, int.Parse(lives, CultureInfo.InvariantCulture), bool.Parse(answerIsLost)),
    ["case", var number] when int.TryParse(number, CultureInfo.InvariantCulture, out int chosen) => Show(chosen),
    _ => Explain(),
};

static int Show(int number)
{
    (CorpusFile file, byte[] broken) = new FuzzCases().Make(number);
    Console.Error.WriteLine(file.Path);
    using Stream output = Console.OpenStandardOutput();
    output.Write(broken);
    new SmallCorpus().DeleteCopy();
    return 0;
}

static async Task<int> RecordAsync(string root, string output)
{
    var driver = new GoldenDriver(new SdkYaml());
    var writing = new JsonSerializerOptions { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };
    int refused = 0, broken = 0;
    IReadOnlyList<CorpusFile> files = CorpusFile.In(root);
    foreach (CorpusFile file in files)
    {
        GoldenEntry entry;
        try
        {
            entry = await driver.RunAsync(file);
            refused += entry.Error is null ? 0 : 1;
        }
        catch (Exception e)
        {
            // Nothing that the library documents: told here, and written as what it is.
            entry = new GoldenEntry(file, [], e.ToString());
            broken++;
            Console.Error.WriteLine($"{file.Name}: {e}");
        }

        string target = Path.Combine(output, file.Name + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string text = entry.ToJson().ToJsonString(writing).Replace(root, "{root}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(target, text + "\n");
    }

    Console.WriteLine($"{files.Count} files, {files.Count - refused - broken} sent, {refused} refused, {broken} broken");
    return broken == 0 ? 0 : 1;
}

static async Task<int> KeepTrafficAsync(string output, string[] corpus)
{
    await TrafficScenario.RecordAsync(output, corpus.FirstOrDefault());
    Console.WriteLine($"{Directory.GetFiles(output).Length} exchanges in {output}");
    return 0;
}

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
    Console.Error.WriteLine("""
        Usage: golden ROOT OUT         loads and submits each YAML file under ROOT, and writes one entry each under OUT
               traffic OUT [ROOT]      keeps what client and in-memory service say to each other, for validate-traffic.sh
               compare GOLDEN OURS     compares two folders of entries
               submit FOLDER N LOST    submits what is in FOLDER to whoever started this, and dies after N requests; a test does that
               case NUMBER             prints the broken file of a case of the fuzz test
        """);
    return 2;
}
