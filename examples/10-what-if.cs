#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// Do we need 200 more cores of NCADS_A100, or will Spot do? The month ahead is run once for each answer and seed: the same jobs come at the
// same times, on the quota that the answer means. The figures of the Spot market are ours, not Azure's: ask with several.
//
// Run it from the repository's root: dotnet run examples/10-what-if.cs [-- chart.svg]

using System.Globalization;
using ServerlessCompute;

// Fine-tuning that people send by day, mostly of two hours, some of nine; and evaluations of the night. It saves every half hour.
var fineTuning = new WorkloadFlow
{
    Name = "fine-tuning",
    JobsPerDay = 28,
    InstanceType = "Standard_NC24ads_A100_v4",
    Duration = JobDuration.Skewed(median: TimeSpan.FromHours(2), p95: TimeSpan.FromHours(9)),
    HourWeights = [0, 0, 0, 0, 0, 0, 1, 3, 6, 8, 8, 7, 5, 7, 8, 8, 7, 5, 3, 2, 1, 1, 0, 0],
    WeekendShare = 0.2,
    SaveEvery = TimeSpan.FromMinutes(30),
};
var evaluation = new WorkloadFlow
{
    Name = "evaluation",
    JobsPerDay = 12,
    InstanceType = "Standard_NC24ads_A100_v4",
    Duration = JobDuration.Between(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40)),
    HourWeights = [8, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 8, 8],
};

var asItIs = new Forecast
{
    Workload = Workload.Of(fineTuning, evaluation),
    Quota = QuotaProfile.Generous.WithFamily("StandardNCADSA100v4Family", 120) with { TotalLowPriority = 240 },
    Seeds = [.. Enumerable.Range(1, 20)],
};
Forecast onSpot = asItIs with { Workload = asItIs.Workload.Change(static flow => flow with { SpotShare = 1 }) };

ForecastComparison answers = await Forecast.CompareAsync(
[
    new("120 cores, as it is", asItIs),
    new("200 cores more", asItIs with { Quota = asItIs.Quota.WithFamily("StandardNCADSA100v4Family", 320) }),
    new("evaluation on Spot", asItIs with { Workload = Workload.Of(fineTuning, evaluation with { SpotShare = 1 }) }),
    new("half on Spot", asItIs with { Workload = asItIs.Workload.Change(static flow => flow with { SpotShare = 0.5 }) }),
    new("all on Spot", onSpot),
    new("all on Spot, scarce", onSpot with { Spot = SpotMarket.Scarce with { OnEviction = SpotEvictionPolicy.Requeue } }),
]);
Console.WriteLine(answers);
Console.WriteLine();
foreach ((string name, ForecastResult result) in answers.Results.Skip(1))
{
    double sooner = answers["120 cores, as it is"].Total.MeanTurnaround.Mean - result.Total.MeanTurnaround.Mean;
    double cheaper = answers["120 cores, as it is"].Total.Cost.Mean - result.Total.Cost.Mean;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name + ":",-22}jobs end {Math.Abs(sooner):0} minutes {(sooner >= 0 ? "sooner" : "later")}, and the month costs {Math.Abs(cheaper):0} dollars {(cheaper >= 0 ? "less" : "more")}."));
}

if (args is [string path])
{
    await File.WriteAllTextAsync(path, answers.ToSvg());
}
