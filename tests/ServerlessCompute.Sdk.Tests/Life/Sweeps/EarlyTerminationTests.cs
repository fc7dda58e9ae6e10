using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// Early termination on a family of learning curves: with q and r drawn by the sweep, after epoch e of 30 the accuracy is
/// a(e) = 0.5 + 0.45·q·(1 − 2^(−e / (2 + r))): trials differ in where they end and a little in how fast. An epoch takes ten minutes.
/// Seeds 1 to 5.
/// </summary>
[TestFixture]
[Category("S47")]
internal sealed class EarlyTerminationTests
{
    private const int Epochs = 30;

    [TestCase("""{"policyType":"Bandit","slackFactor":0.05,"evaluationInterval":2,"delayEvaluation":4}""")]
    [TestCase("""{"policyType":"MedianStopping","evaluationInterval":1,"delayEvaluation":5}""")]
    [TestCase("""{"policyType":"TruncationSelection","truncationPercentage":40,"evaluationInterval":3,"delayEvaluation":3}""")]
    public async Task Policy_OnLearningCurves_SavesAThirdOfTheNodeHoursAndKeepsTheBest(string policy)
    {
        double spent = 0;
        double all = 0;
        using (Assert.EnterMultipleScope())
        {
            for (int seed = 1; seed <= 5; seed++)
            {
                (double hours, double best) = await RunAsync(seed, null);
                (double fewer, double found) = await RunAsync(seed, policy);
                all += hours;
                spent += fewer;
                Assert.That(found, Is.GreaterThanOrEqualTo(best * 0.99), $"seed {seed}");
            }

            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{spent:0} of {all:0} node-hours"));
            Assert.That(spent, Is.LessThanOrEqualTo(all * 2 / 3));
        }
    }

    [Test]
    public async Task Bandit_AtItsInterval_EndsWhatIsBehindByMoreThanItsSlack()
    {
        using var service = new RawService();
        service.Serverless.OnCommand(static async ctx =>
        {
            // The worse, the slower, so that each has somebody to be compared with.
            double own = double.Parse(ctx.TrialParameters["a"], CultureInfo.InvariantCulture);
            for (int i = 1; i <= 6; i++)
            {
                await ctx.DelayAsync(TimeSpan.FromMinutes(10 / own));
                ctx.LogMetric("accuracy", own, i);
            }
        });
        await service.PutJobAsync("s", Bodies.Sweep(
            """ "earlyTermination":{"policyType":"Bandit","slackAmount":0.2,"evaluationInterval":2,"delayEvaluation":3} """.Trim(),
            """{"a":["choice",[[0.9,0.75,0.65]]]}""", "x", "Grid", total: 3, concurrent: 3));
        await service.EndAsync("s");
        InMemoryJob[] trials = [.. service.Serverless.Jobs.Single().Children];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(trials.Select(static t => t.Metrics.Count), Is.EqualTo(new[] { 6, 6, 4 }), "The first look after the delay is at the fourth report.");
            Assert.That(trials.Select(static t => t.Status), Is.EqualTo(new[] { JobStatus.Completed, JobStatus.Completed, JobStatus.Canceled }));
            Assert.That(service.Serverless.Jobs.Single().Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(service.Serverless.History.Single(static e => e.What == "EndedEarly").JobName, Is.EqualTo("s_2"));
            Assert.That((await service.SendAsync("GET", $"{service.History}/runs/{trials[2].Name}")).Json.GetProperty("cancelationReason").GetString(), Is.EqualTo("The early termination policy of the sweep ended the trial."));
        }
    }

    private static async Task<(double NodeHours, double Best)> RunAsync(int seed, string? policy)
    {
        using var service = new RawService(new InMemoryServerlessOptions { Seed = seed });
        service.Serverless.OnCommand(static async ctx =>
        {
            double q = double.Parse(ctx.TrialParameters["q"], CultureInfo.InvariantCulture);
            double r = double.Parse(ctx.TrialParameters["r"], CultureInfo.InvariantCulture);
            for (int e = 1; e <= Epochs; e++)
            {
                await ctx.DelayAsync(TimeSpan.FromMinutes(10));
                ctx.LogMetric("accuracy", 0.5 + (0.45 * q * (1 - Math.Pow(2, -e / (2 + r)))), e);
            }
        });
        await service.PutJobAsync("s", Bodies.Sweep(policy is null ? "" : $"\"earlyTermination\":{policy}", """{"q":["uniform",[0,1]],"r":["uniform",[0,1]]}""", "x", total: 40, concurrent: 8));
        await service.EndAsync("s");
        InMemoryJob sweep = service.Serverless.Jobs.Single();
        return (sweep.Children.Sum(static t => (t.EndedAt - t.StartedAt)!.Value.TotalHours * t.NodeCount), sweep.BestChild!.Metrics.Max(static m => m.Value));
    }
}
