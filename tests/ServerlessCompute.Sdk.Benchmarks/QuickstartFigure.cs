using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>
/// What somebody waits who has nothing but the SDK and follows the README: clone, one command, a trained model. Cold with an empty package
/// folder, so the network counts; then the same command again.
/// </summary>
internal sealed class QuickstartFigure : Figure
{
    public override IReadOnlyList<string> Names => ["quickstart.cold", "quickstart.warm"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        string folder = Directory.CreateTempSubdirectory("quickstart-").FullName;
        try
        {
            string clone = Path.Combine(folder, "clone");
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages") };

            long start = Stopwatch.GetTimestamp();
            await Terminal.RunAsync("git", "clone", "--quiet", "--no-hardlinks", Terminal.Repository, clone);
            await TrainAsync();
            yield return new Measurement("quickstart.cold", Stopwatch.GetElapsedTime(start).TotalSeconds, "s");

            TimeSpan warm = await Stopwatches.MedianAsync(warmUps: 0, runs: 3, TrainAsync);
            yield return new Measurement("quickstart.warm", warm.TotalSeconds, "s");

            Task TrainAsync() => Terminal.RunAsync(clone, environment, "dotnet", "run", "examples/01-train-iris.cs");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
