using System.Diagnostics;
using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// All files of the corpus that lies beside the repository, loaded from the disk, against what azure-ai-ml needs for the same files in the
/// same run: median of five passes each, after one that does not count. Files that are refused are loaded, too, up to the exception.
/// The Python with azure-ai-ml is named by <c>AZURE_AI_ML_PYTHON</c>; without it only our own time is told.
/// </summary>
internal sealed class YamlFigure : Figure
{
    private const int Passes = 5;

    public override IReadOnlyList<string> Names => ["yaml.corpus", "yaml.corpus.ms", "yaml.corpus.reference.ms"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        if (Find("shared", "corpus") is not { } corpus)
        {
            Console.Error.WriteLine("yaml.corpus: there is no ../shared/corpus beside the repository.");
            yield break;
        }

        (string Kind, string Path)[] files = [.. CorpusFile.In(corpus).Select(file => (file.Kind.ToString().ToLowerInvariant(), file.Path))];
        TimeSpan ours = await Stopwatches.MedianAsync(warmUps: 1, runs: Passes, () =>
        {
            Load(files);
            return Task.CompletedTask;
        });
        yield return new Measurement(Names[1], ours.TotalMilliseconds, "ms");

        if (ProcessEnvironment.Current["AZURE_AI_ML_PYTHON"] is not { } python)
        {
            Console.Error.WriteLine("yaml.corpus: AZURE_AI_ML_PYTHON names no Python with azure-ai-ml (its wheels are in ../shared/python).");
            yield break;
        }

        Console.Error.WriteLine($"Loading {files.Length} files with azure-ai-ml, six times.");
        double theirs = Stopwatches.Median(await TimeReferenceAsync(python, files));
        yield return new Measurement(Names[2], theirs * 1_000, "ms");
        yield return new Measurement(Names[0], theirs / ours.TotalSeconds, "times faster");
    }

    private static void Load((string Kind, string Path)[] files)
    {
        foreach ((string kind, string path) in files)
        {
            try
            {
                _ = kind switch
                {
                    "component" => (object)Component.Load(path),
                    "schedule" => Schedule.Load(path),
                    _ => Job.Load(path),
                };
            }
            catch (JobYamlException)
            {
                // A few of them are wrong on purpose.
            }
        }
    }

    private static async Task<List<double>> TimeReferenceAsync(string python, (string Kind, string Path)[] files)
    {
        string script = Find("tests", "ServerlessCompute.Sdk.Benchmarks", "reference_load.py") ?? throw new FileNotFoundException("reference_load.py");
        using var process = Process.Start(new ProcessStartInfo(python, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        foreach ((string kind, string path) in files)
        {
            await process.StandardInput.WriteLineAsync($"{kind}\t{path}");
        }

        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
    }

    /// <summary>The nearest such path above this program, or beside a folder above it.</summary>
    private static string? Find(params string[] path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string there = Path.Join([folder.FullName, .. path]);
            if (Path.Exists(there))
            {
                return there;
            }
        }

        return null;
    }
}
