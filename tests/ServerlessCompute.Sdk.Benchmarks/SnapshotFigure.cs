using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace ServerlessCompute;

/// <summary>
/// A code folder of 2,000 files and 200 MB, from the look at it to its hash, against one thread that opens, reads and hashes the same files
/// without looking for them; and what 100,000 ignored files add to that.
/// </summary>
internal sealed class SnapshotFigure : Figure
{
    private const int Files = 2_000;
    private const int FileBytes = 100_000;
    private const int IgnoredFiles = 100_000;
    private const int WarmUps = 3;
    private const int Rounds = 15;

    public override IReadOnlyList<string> Names => ["snapshot.hash", "snapshot.ignored", "snapshot.ignored-flat"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        DirectoryInfo place = Directory.CreateTempSubdirectory("snapshot-figure-");
        try
        {
            string tree = Path.Join(place.FullName, "tree");
            string[] files = WriteTree(tree);
            yield return new Measurement("snapshot.hash", await RatioAsync(() => PlanAsync(tree), () => Task.Run(() => HashOneByOne(files))), "times");

            Console.Error.WriteLine("Writing 100,000 files to be ignored.");
            string aside = Path.Join(place.FullName, "aside");
            string inside = Path.Join(tree, "ignored");
            WriteEmpty(Path.Join(aside, "deep"), "x");
            yield return new Measurement("snapshot.ignored", await RatioAsync(
                async () => await PlanAsync(tree),
                async () => await PlanAsync(tree),
                () => Directory.Move(aside, inside),
                () => Directory.Move(inside, aside)), "times");

            string flat = Path.Join(place.FullName, "flat");
            string[] kept = WriteTree(flat);
            WriteEmpty(flat, ".tmp");
            yield return new Measurement("snapshot.ignored-flat", await RatioAsync(() => PlanAsync(flat), () => PlanAsync(tree)), "times");
            GC.KeepAlive(kept);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    /// <summary>How many times as long the first takes as the second. They take turns, so that whatever else the machine does meets both.</summary>
    private static async Task<double> RatioAsync(Func<Task> first, Func<Task> second, Action? beforeFirst = null, Action? afterFirst = null)
    {
        var ratios = new List<double>();
        for (int round = -WarmUps; round < Rounds; round++)
        {
            beforeFirst?.Invoke();
            double ours = await TimeAsync(first);
            afterFirst?.Invoke();
            double theirs = await TimeAsync(second);
            if (round >= 0)
            {
                ratios.Add(ours / theirs);
            }
        }

        return Stopwatches.Median(ratios);
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        long start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task PlanAsync(string tree)
    {
        CommandJob job = Command.Run("x").WithEnvironment("e:1").WithCode(tree);
        JobPlan plan = await JobPlanner.PlanAsync(job, new PlanScope("/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w", "."), CancellationToken.None);
        if (((CodeNeed)plan.Needs[0]).Snapshot.Files.Count != Files + 1)
        {
            throw new InvalidOperationException("The plan does not hold the files that it should: the figure would be of something else.");
        }
    }

    private static void HashOneByOne(string[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[256 * 1024];
        foreach (string file in files)
        {
            using SafeFileHandle handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.SequentialScan);
            long offset = 0;
            for (int read; (read = RandomAccess.Read(handle, buffer, offset)) > 0; offset += read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }

        _ = hash.GetHashAndReset();
    }

    private static string[] WriteTree(string root)
    {
        var random = new Random(1);
        byte[] content = new byte[FileBytes];
        var files = new List<string>();
        for (int i = 0; i < Files; i++)
        {
            string file = Path.Join(root, $"package{i / 100:00}", $"part{i / 10 % 10}", $"module_{i:0000}.bin");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            random.NextBytes(content);
            File.WriteAllBytes(file, content);
            files.Add(file);
        }

        string ignore = Path.Join(root, ".amlignore");
        File.WriteAllText(ignore, "# what is not needed\n__pycache__/\n*.tmp\n.git\n/ignored/\n");
        return [.. files, ignore];
    }

    private static void WriteEmpty(string folder, string ending)
    {
        Directory.CreateDirectory(folder);
        for (int i = 0; i < IgnoredFiles; i++)
        {
            File.Create(Path.Join(folder, $"{i:000000}{ending}")).Dispose();
        }
    }
}
