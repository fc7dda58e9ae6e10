using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>A month of a million jobs run ahead, one seed: two families by day and night, a fifth of them on Spot, which takes machines.</summary>
internal sealed class ForecastFigure : Figure
{
    private const double JobsPerDay = 1_000_000 / 30.0;

    public override IReadOnlyList<string> Names => ["forecast.month"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        Load.Tell(Names[0]);
        TimeSpan time = await Stopwatches.MedianAsync(warmUps: 0, runs: 3, RunAsync);
        yield return new Measurement(Names[0], time.TotalSeconds, "s");
    }

    private static async Task RunAsync()
    {
        ForecastResult result = await new Forecast
        {
            Workload = Workload.Of(
                new WorkloadFlow
                {
                    Name = "training",
                    JobsPerDay = JobsPerDay * 0.6,
                    InstanceType = "Standard_E4s_v3",
                    Duration = JobDuration.Skewed(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(90)),
                    SpotShare = 0.2,
                    SaveEvery = TimeSpan.FromMinutes(10),
                },
                new WorkloadFlow
                {
                    Name = "scoring",
                    JobsPerDay = JobsPerDay * 0.4,
                    InstanceType = "Standard_F4s_v2",
                    Duration = JobDuration.Exponential(TimeSpan.FromMinutes(5)),
                    WeekendShare = 0.3,
                }),
            Quota = QuotaProfile.Generous.WithFamily("standardESv3Family", 1600).WithFamily("standardFSv2Family", 400) with { TotalLowPriority = 800 },
            Seeds = [1],
        }.RunAsync();
        if (result.Total.Jobs.Mean < 980_000)
        {
            throw new InvalidOperationException($"{result.Total.Jobs.Mean} jobs came: the figure would count what was not done.");
        }

        Console.Error.WriteLine(result);
    }
}
