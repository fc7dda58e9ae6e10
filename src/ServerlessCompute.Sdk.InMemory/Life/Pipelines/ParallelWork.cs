using System.Globalization;

namespace ServerlessCompute;

/// <summary>A parallel step's work: its files in mini-batches, and what may go wrong with how many of them. What is done stays done when the step's nodes are taken from it.</summary>
internal sealed class ParallelWork
{
    /// <summary>The service's own default of <c>max_retries</c>.</summary>
    private const int UsualRetries = 2;

    /// <summary>How long a mini-batch takes when nobody does the work (made up).</summary>
    private static readonly TimeSpan ScriptedBatch = TimeSpan.FromSeconds(30);

    private ParallelWork(IReadOnlyList<IReadOnlyList<string>> batches)
    {
        Batches = batches;
        Done = new bool[batches.Count];
        Script = ScriptFor(batches.Count);
    }

    /// <summary>The files of each mini-batch, as paths below the input.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Batches { get; }

    /// <summary>Which of them are done.</summary>
    public bool[] Done { get; }

    /// <summary>What the entry script returned, in the order of the mini-batches.</summary>
    public SortedDictionary<int, IReadOnlyList<string>> Rows { get; } = [];

    /// <summary>How many mini-batches failed for good, and how many items did.</summary>
    public int FailedBatches { get; private set; }

    /// <inheritdoc cref="FailedBatches"/>
    public int FailedItems { get; private set; }

    /// <summary>What is left to do, when nobody does it.</summary>
    public ScriptedRun Script { get; private set; }

    public string Input { get; private init; } = "";

    public string InputUri { get; private init; } = "";

    /// <summary>How many mini-batches a node works on at once; null for one on each core, or on each GPU node one.</summary>
    public int? PerNode { get; private init; }

    /// <summary>How many files may fail; -1 for any number.</summary>
    public int ErrorThreshold { get; private init; }

    /// <summary>How many mini-batches may fail; -1 for any number.</summary>
    public int BatchErrorThreshold { get; private init; }

    /// <summary>How often a mini-batch that failed is tried again.</summary>
    public int Retries { get; private init; }

    /// <summary>How long a mini-batch may take.</summary>
    public TimeSpan Timeout { get; private init; }

    /// <summary>The output that the returned rows go into, or null.</summary>
    public string? AppendRowTo { get; private init; }

    public static ParallelWork Read(byte[] body, Func<string, IReadOnlyList<StoredFile>> files)
    {
        ReadOnlySpan<byte> parallel = JsonScan.Value(body, "parallel"u8);
        string input = JsonScan.Text(JsonScan.Value(parallel, "input"u8)) ?? "";
        string uri = JsonScan.Text(JsonScan.Value(JsonScan.Value(JsonScan.Value(body, "inputs"u8), System.Text.Encoding.UTF8.GetBytes(input)), "uri"u8)) ?? "";
        string[] paths = [.. files(uri).Select(static f => f.RelativePath).Order(StringComparer.Ordinal)];
        string[] keys = JsonScan.Texts(JsonScan.Value(parallel, "partitionKeys"u8));
        return new ParallelWork(paths.Length == 0 ? [[]] : keys.Length > 0 ? Partitions(paths, keys) : Chunks(paths, files(uri), JsonScan.Text(JsonScan.Value(parallel, "miniBatchSize"u8))))
        {
            Input = input,
            InputUri = uri,
            PerNode = JsonScan.Int32(JsonScan.Value(parallel, "maxConcurrency"u8)),
            ErrorThreshold = JsonScan.Int32(JsonScan.Value(parallel, "errorThreshold"u8)) ?? -1,
            BatchErrorThreshold = JsonScan.Int32(JsonScan.Value(parallel, "miniBatchErrorThreshold"u8)) ?? -1,
            Retries = JsonScan.Int32(JsonScan.Value(parallel, "maxRetries"u8)) ?? UsualRetries,
            Timeout = TimeSpan.FromSeconds(JsonScan.Int32(JsonScan.Value(parallel, "timeout"u8)) ?? 60),
            AppendRowTo = JsonScan.Text(JsonScan.Value(parallel, "appendRowTo"u8)),
        };
    }

    /// <summary>A mini-batch is over: with its rows, or null when none of its tries went well. Says why that is too much, or null.</summary>
    public string? Finish(int number, IReadOnlyList<string>? rows)
    {
        int items = Batches[number].Count;
        Done[number] = true;
        Rows[number] = rows ?? [];
        FailedBatches += rows is null ? 1 : 0;

        // An entry script returns a row for each item that it could deal with.
        FailedItems += Math.Max(0, items - (rows?.Count ?? 0));
        if (BatchErrorThreshold >= 0 && FailedBatches > BatchErrorThreshold)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The parallel step ended because {FailedBatches} mini-batch(es) failed, more than its mini_batch_error_threshold of {BatchErrorThreshold} allows.");
        }

        return ErrorThreshold >= 0 && FailedItems > ErrorThreshold
            ? string.Create(CultureInfo.InvariantCulture, $"The parallel step ended because {FailedItems} item(s) failed, more than its error_threshold of {ErrorThreshold} allows.")
            : null;
    }

    /// <summary>Its nodes are taken after it ran for so long: what nobody executes has done a part of its mini-batches by then.</summary>
    public void Interrupt(long ticks) => Script = ScriptFor(Math.Max(1, (int)((Script.Duration!.Value.Ticks - ticks) / ScriptedBatch.Ticks)));

    private static ScriptedRun ScriptFor(int batches) => new("", [])
    {
        Duration = TimeSpan.FromTicks(ScriptedBatch.Ticks * batches),
        Log = string.Create(CultureInfo.InvariantCulture, $"In-memory run: the entry script is not executed; {batches} mini-batch(es) take their time and succeed."),
    };

    /// <summary>Files by what their paths say of the keys: <c>store=1/brand=a/x.csv</c>.</summary>
    private static List<IReadOnlyList<string>> Partitions(string[] paths, string[] keys) =>
    [
        .. paths.GroupBy(p => string.Join('\n', keys.Select(k => p.Split('/').FirstOrDefault(s => s.StartsWith(k + "=", StringComparison.Ordinal)) ?? "")), StringComparer.Ordinal).Select(static g => g.ToArray()),
    ];

    /// <summary>So many files, or, for a size with a unit, files of so many bytes.</summary>
    private static List<IReadOnlyList<string>> Chunks(string[] paths, IReadOnlyList<StoredFile> files, string? size)
    {
        if (Bytes(size) is not { } bytes)
        {
            int count = int.TryParse(size, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : 10;
            return [.. paths.Chunk(count)];
        }

        var lengths = files.ToDictionary(static f => f.RelativePath, static f => f.Content.Length, StringComparer.Ordinal);
        var batches = new List<IReadOnlyList<string>>();
        var batch = new List<string>();
        long filled = 0;
        foreach (string path in paths)
        {
            if (batch.Count > 0 && filled + lengths[path] > bytes)
            {
                batches.Add(batch);
                (batch, filled) = ([], 0);
            }

            batch.Add(path);
            filled += lengths[path];
        }

        batches.Add(batch);
        return batches;
    }

    private static long? Bytes(string? size)
    {
        foreach ((string unit, long factor) in ((string, long)[])[("kb", 1L << 10), ("mb", 1L << 20), ("gb", 1L << 30)])
        {
            if (size is not null && size.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && double.TryParse(size[..^2], CultureInfo.InvariantCulture, out double number))
            {
                return (long)(number * factor);
            }
        }

        return null;
    }
}
