using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>However much there is to show, what is shown stays small, and is there soon.</summary>
internal sealed class LargeDisplayTests
{
    // Far above what it takes, so that a busy machine does not matter; a square of the size would take minutes.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Test]
    public void Sweep_OfTenThousandTrials_IsSmall()
    {
        TrialResult[] trials = Exhibits.Trials(10_000);

        AssertSmall(250_000, () => trials.ToHtml("accuracy").ToString() + trials.ToTable(), "… and 9,940 more");
        Assert.That(trials.ToSvg().ToString().Split("<path").Length, Is.LessThan(400));
    }

    [Test]
    public void Pipeline_OfThirtyThousandSteps_IsSmall()
    {
        PipelineJob wide = new() { Steps = [.. Enumerable.Range(0, 30_000).Select(static i => Step(i, i < 100 ? null : i % 100))] };
        PipelineJob deep = new() { Steps = [.. Enumerable.Range(0, 30_000).Select(static i => Step(i, i == 0 ? null : i - 1))] };

        AssertSmall(400_000, () => wide.ToSvg().ToString(), "29,889 more");
        AssertSmall(400_000, () => deep.ToSvg().ToString(), "29,961 more");
        AssertSmall(400_000, () => deep.ToHtml().ToString() + deep.ToTable(), "30,000");
    }

    [Test]
    public void Pipeline_OfRandomArrows_IsSmall()
    {
        var random = new Random(7);
        PipelineJob dense = new()
        {
            Steps = [.. Enumerable.Range(0, 3_000).Select(i => KeyValuePair.Create<string, PipelineStep>($"s{i}", new CommandStep
            {
                Component = "azureml:c:1",
                Inputs = [.. Enumerable.Range(0, Math.Min(i, 10)).Select(k => KeyValuePair.Create<string, Input>($"i{k}", $"${{{{parent.jobs.s{random.Next(i)}.outputs.o}}}}"))],
            }))],
        };

        AssertSmall(1_500_000, () => dense.ToSvg().ToString(), "A pipeline of 3,000 steps");
    }

    [Test]
    public void Tree_OfTenThousandJobs_IsSmall()
    {
        JobTree tree = Exhibits.Tree(10_000);

        AssertSmall(100_000, () => tree.ToHtml().ToString() + tree.ToSvg(), "… and 9,940 more");
    }

    [Test]
    public void Metrics_OfAMillionValues_AreSmallAndKeepTheirPeaks()
    {
        MetricPoint[] points = [.. Enumerable.Range(0, 1_000_000).Select(static i => new MetricPoint(i == 654_321 ? 1_000 : 1 + (i % 7), i, Exhibits.Start))];
        KeyValuePair<string, ValueList<MetricPoint>>[] metrics = [.. Enumerable.Range(0, 200).Select(i => KeyValuePair.Create($"m{i}", i == 0 ? (ValueList<MetricPoint>)points : Exhibits.Curve(1_000)))];

        AssertSmall(500_000, () => metrics.ToHtml().ToString() + metrics.ToOneChart("all"), "… and 188 more");
        Assert.That(new MetricSeries("m", points).Points.Select(static point => point.Y), Has.Member(1_000.0));
    }

    [Test]
    public void Pipeline_ArrowsInACircle_IsDrawn()
    {
        PipelineJob circle = new() { Steps = [Step(0, 2), Step(1, 0), Step(2, 1)] };

        Assert.That(circle.ToSvg().ToString(), Does.Contain("edge dash").And.Contains(">s0<").And.Contains(">s2<"));
    }

    private static KeyValuePair<string, PipelineStep> Step(int number, int? from) => new($"s{number}", new CommandStep
    {
        Component = "azureml:c:1",
        Inputs = from is null ? ValueMap<Input>.Empty : [new("in", $"${{{{parent.jobs.s{from}.outputs.o}}}}")],
    });

    private static void AssertSmall(int length, Func<string> show, string says)
    {
        long started = Stopwatch.GetTimestamp();
        string shown = show();
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        TestContext.Out.WriteLine($"{shown.Length:N0} characters in {took.TotalMilliseconds:N0} ms");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown, Has.Length.LessThan(length));
            Assert.That(took, Is.LessThan(Soon));
            Assert.That(shown, Does.Contain(says));
            Assert.That(show(), Is.EqualTo(shown), "The same thing looks the same.");
        }
    }
}
