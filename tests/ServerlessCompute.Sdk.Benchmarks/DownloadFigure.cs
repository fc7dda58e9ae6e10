using System.Diagnostics;
using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// A job's output of 40 files of 5 MB, downloaded by their length (the service in memory keeps no MD5 of what a delegate writes), against a copy of the same files from one folder of this machine to another,
/// file by file through one buffer, as a file system does that shares nothing between copies. They take turns.
/// </summary>
internal sealed class DownloadFigure : Figure
{
    private const int Files = 40;
    private const int FileBytes = 5_000_000;
    private const int BufferBytes = 1024 * 1024;
    private const int WarmUps = 2;
    private const int Rounds = 9;

    public override IReadOnlyList<string> Names => ["download"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        DirectoryInfo place = Directory.CreateTempSubdirectory("download-figure-");
        try
        {
            string source = Path.Join(place.FullName, "source"), target = Path.Join(place.FullName, "target");
            byte[][] contents = Write(source);
            using var serverless = new InMemoryServerless();
            serverless.OnCommand("train.py", job =>
            {
                for (int i = 0; i < Files; i++)
                {
                    job.WriteOutput("model", NameOf(i), contents[i]);
                }
            });
            JobRun run = await serverless.CreateClient().SubmitAsync(Command.Run("python train.py").WithEnvironment("azureml:env:1").WithOutput("model", Output.UriFolder()));
            await run.WaitForCompletionAsync();
            var percents = new List<double>();
            for (int round = -WarmUps; round < Rounds; round++)
            {
                double copied = await TimeAsync(target, () => Task.Run(() => Copy(source, target)));
                double downloaded = await TimeAsync(target, () => DownloadAsync(run, target));
                if (round >= 0)
                {
                    percents.Add(100 * copied / downloaded);
                }
            }

            yield return new Measurement(Names[0], Stopwatches.Median(percents), "%");
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"part-{number:00}.bin");

    private static byte[][] Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(1);
        byte[][] contents = [.. Enumerable.Range(0, Files).Select(_ => new byte[FileBytes])];
        for (int i = 0; i < Files; i++)
        {
            random.NextBytes(contents[i]);
            File.WriteAllBytes(Path.Join(folder, NameOf(i)), contents[i]);
        }

        return contents;
    }

    private static async Task<double> TimeAsync(string target, Func<Task> work)
    {
        Directory.CreateDirectory(target);
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        await work();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Directory.Delete(target, recursive: true);
        return seconds;
    }

    private static void Copy(string source, string target)
    {
        byte[] buffer = new byte[BufferBytes];
        foreach (string path in Directory.GetFiles(source))
        {
            using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            using var to = new FileStream(Path.Join(target, Path.GetFileName(path)), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                to.Write(buffer.AsSpan(0, read));
            }
        }
    }

    private static async Task DownloadAsync(JobRun run, string target)
    {
        DownloadedFiles files = await run.DownloadOutputAsync("model", target);
        if (files.Files.Count != Files || files.Bytes != (long)Files * FileBytes)
        {
            throw new UnreachableException("Files are missing: the figure would count what was not done.");
        }
    }
}
