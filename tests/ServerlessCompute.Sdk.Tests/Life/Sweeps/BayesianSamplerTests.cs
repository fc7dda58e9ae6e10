using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The Bayesian sampler against chance, at equal trials.</summary>
[TestFixture]
[Category("S47")]
internal sealed class BayesianSamplerTests
{
    private const int Trials = 40;
    private const int Seeds = 20;

    private static IEnumerable<TestCaseData> Functions()
    {
        yield return new TestCaseData(Objectives.BraninSpace, (Func<IReadOnlyDictionary<string, string>, double>)Objectives.Branin, 0.397887).SetArgDisplayNames("Branin");
        yield return new TestCaseData(Objectives.Hartmann6Space, (Func<IReadOnlyDictionary<string, string>, double>)Objectives.Hartmann6, -3.32237).SetArgDisplayNames("Hartmann6");
    }

    [TestCaseSource(nameof(Functions))]
    public async Task Bayesian_FortyTrials_BeatsRandomInTheMedianOfTwentySeeds(string space, Func<IReadOnlyDictionary<string, string>, double> function, double least)
    {
        double bayesian = await MedianAsync("Bayesian", space, function);
        double random = await MedianAsync("Random", space, function);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"least {least}, Bayesian {bayesian}, random {random}"));

        // Not by a hair: the distance to the least value at most half.
        Assert.That(bayesian - least, Is.LessThan((random - least) / 2));
    }

    [Test]
    public async Task Bayesian_ConcurrentTrials_TryDifferentPoints()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static async ctx =>
        {
            await ctx.DelayAsync(TimeSpan.FromMinutes(10));
            ctx.LogMetric("f", Objectives.Branin(ctx.TrialParameters));
        });

        await service.PutJobAsync("s", Bodies.Sweep(space: Objectives.BraninSpace, command: "f", sampling: "Bayesian", total: 24, concurrent: 8).Replace("accuracy", "f", StringComparison.Ordinal));
        await service.EndAsync("s");

        Assert.That(service.Serverless.Jobs.Single().Children.Select(static c => (c.TrialParameters["x"], c.TrialParameters["y"])), Is.Unique);
    }

    private static async Task<double> MedianAsync(string sampling, string space, Func<IReadOnlyDictionary<string, string>, double> function)
    {
        var found = new List<double>();
        for (int seed = 0; seed < Seeds; seed++)
        {
            using var service = new RawService(new InMemoryServerlessOptions { Seed = seed });
            service.Serverless.OnCommand(ctx => ctx.LogMetric("f", function(ctx.TrialParameters)));
            string body = Bodies.Sweep(space: space, command: "f", sampling: sampling, total: Trials, concurrent: 1)
                .Replace("accuracy", "f", StringComparison.Ordinal).Replace("maximize", "minimize", StringComparison.Ordinal);
            await service.PutJobAsync("s", body);
            await service.EndAsync("s");
            JsonElement properties = (await service.ArmAsync("GET", "jobs/s")).Properties.GetProperty("properties");
            found.Add(double.Parse(properties.GetProperty("score").GetString()!, CultureInfo.InvariantCulture));
        }

        found.Sort();
        return (found[(Seeds / 2) - 1] + found[Seeds / 2]) / 2;
    }
}
