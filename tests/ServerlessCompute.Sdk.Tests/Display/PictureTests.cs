using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServerlessCompute;

/// <summary>What pictures show, and where.</summary>
internal sealed partial class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Test]
    public void Pipeline_Steps_StandBelowWhatTheyTake()
    {
        XElement picture = Parse(Exhibits.Pipeline().ToSvg());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Y(picture, "step"), Is.LessThan(Y(picture, "step_1")));
            Assert.That(Y(picture, "step_1"), Is.LessThan(Y(picture, "step_2")));
            Assert.That(Y(picture, "step_2"), Is.LessThan(Y(picture, "step_3")));
            Assert.That(Y(picture, "step_3"), Is.LessThan(Y(picture, "scores")));
            Assert.That(picture.Descendants(Svg + "path").Count(static path => Class(path) == "tip"), Is.EqualTo(5), "an arrow for each reference");
        }
    }

    [Test]
    public void Pipeline_Boxes_DoNotOverlap()
    {
        var random = new Random(3);
        PipelineJob pipeline = new()
        {
            Steps = [.. Enumerable.Range(0, 60).Select(i => KeyValuePair.Create<string, PipelineStep>($"s{i}", new CommandStep
            {
                Component = "azureml:c:1",
                Inputs = [.. Enumerable.Range(0, Math.Min(i, 2)).Select(k => KeyValuePair.Create<string, Input>($"i{k}", $"${{{{parent.jobs.s{Math.Max(0, i - 1 - random.Next(9))}.outputs.o}}}}"))],
            }))],
        };
        SvgImage image = pipeline.ToSvg();
        (double X, double Y)[] boxes = [.. Parse(image).Descendants(Svg + "rect").Where(static box => Class(box) == "box").Select(static box => (Number(box, "x"), Number(box, "y")))];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(boxes, Has.Length.EqualTo(60));
            Assert.That(
                boxes.GroupBy(static box => box.Y).SelectMany(static row => row.Select(static box => box.X).Order().Zip(row.Select(static box => box.X).Order().Skip(1), static (left, right) => right - left)),
                Is.All.GreaterThanOrEqualTo(GraphLayout.BoxWidth));
            Assert.That(boxes.Select(static box => box.X), Is.All.GreaterThanOrEqualTo(0).And.All.LessThanOrEqualTo(image.Width - GraphLayout.BoxWidth));
        }
    }

    [Test]
    public void Pipeline_WithARun_SaysHowEachStepDoes() =>
        Assert.That(Exhibits.Pipeline().ToSvg(Exhibits.Tree(3)).ToString(), Does.Contain(">Failed, 4 min 00 s<").And.Contains(">Completed, 4 min 00 s<").And.Contains("<rect class=\"bad\""));

    [Test]
    public void Pipeline_ControlFlow_IsDashed()
    {
        PipelineJob pipeline = new()
        {
            Steps =
            [
                new("check", new CommandStep { Component = "azureml:check:1" }),
                new("branch", new IfElseStep { Condition = "${{parent.jobs.check.outputs.good}}", TrueBlock = ["${{parent.jobs.yes}}"], FalseBlock = ["${{parent.jobs.no}}"] }),
                new("yes", new CommandStep { Component = "azureml:c:1" }),
                new("no", new CommandStep { Component = "azureml:c:1" }),
                new("loop", new DoWhileStep { Body = "${{parent.jobs.yes}}" }),
                new("each", new ParallelForStep { Body = "${{parent.jobs.no}}", Items = "[]" }),
            ],
        };
        string[] looks = [.. Parse(pipeline.ToSvg()).Descendants(Svg + "path").Select(Class)];

        Assert.That((looks.Count(static look => look == "edge"), looks.Count(static look => look == "edge dash")), Is.EqualTo((1, 4)));
    }

    [Test]
    public void Sweep_Lines_AreStrongerForBetterTrialsWhicheverWayIsBetter()
    {
        TrialResult[] most = Exhibits.Trials(12);
        TrialResult[] least = [.. most.Select(static trial => trial with { Metric = -trial.Metric })];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Looks(most), Is.EqualTo(Looks(least)));
            Assert.That(Looks(most), Has.Length.EqualTo(12).And.ItemAt(11).EqualTo("l lb").And.ItemAt(0).EqualTo("l q0"), "The best is on top, one without a value below all.");
            Assert.That(most.ToSvg().ToString(), Does.Contain(">rate (log)<").And.Contains(">trees<").And.Contains(">adam<"));
        }
    }

    [Test]
    public void Metrics_ValuesThatAreNoNumbers_BreakTheLine()
    {
        ValueList<MetricPoint> points = new[] { 1, 2, double.NaN, 3, double.PositiveInfinity, 2, 1 }.Select(static (value, i) => new MetricPoint(value, i, Exhibits.Start)).ToArray();
        XElement picture = Parse(new[] { KeyValuePair.Create("loss", points) }.ToSvg());
        string line = picture.Descendants(Svg + "path").Single(static path => Class(path) == "l l1").Attribute("d")!.Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(line.Count(static letter => letter == 'M'), Is.EqualTo(2));
            Assert.That(picture.Descendants(Svg + "circle").Count(), Is.EqualTo(1), "a value between two that are none");
            Assert.That(picture.ToString(), Does.Not.Contain("NaN").And.Not.Contains("∞"));
        }
    }

    [TestCase(0.0, 0.0)]
    [TestCase(-1e308, 1e308)]
    [TestCase(5e-324, 1e-300)]
    [TestCase(1e-300, 1e300)]
    [TestCase(-5.0, -4.999999)]
    public void Pictures_ExtremeNumbers_StayInTheirFrame(double low, double high)
    {
        ValueList<MetricPoint> points = [new(low, 0, default), new(high, 1, default)];
        TrialResult[] trials = [.. Exhibits.Trials(2).Select((trial, i) => trial with { Metric = i == 0 ? low : high, Parameters = [new("x", i == 0 ? low : high)] })];

        foreach (SvgImage picture in new[] { new[] { KeyValuePair.Create("m", points) }.ToSvg(), trials.ToSvg() })
        {
            IEnumerable<double> numbers = Parse(picture).Descendants(Svg + "path").SelectMany(static path => Numbers().Matches(path.Attribute("d")!.Value)).Select(static match => double.Parse(match.Value, CultureInfo.InvariantCulture));
            Assert.That(numbers, Is.All.InRange(-10, 1000));
        }
    }

    [Test]
    public void Pictures_OfNothing_AreDrawn()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (SvgImage picture in new[] { new PipelineJob().ToSvg(), Array.Empty<TrialResult>().ToSvg(), ValueMap<ValueList<MetricPoint>>.Empty.ToSvg(), Exhibits.Tree(0).ToSvg(), Array.Empty<ComputeUsage>().ToSvg() })
            {
                Assert.That(() => Parse(picture), Throws.Nothing);
                Assert.That(picture.Width * picture.Height, Is.Positive);
            }
        }
    }

    [Test]
    public void Styles_LightAndDark_NameTheSameColours()
    {
        string style = Parse(Exhibits.Pipeline().ToSvg()).Descendants(Svg + "style").Single().Value;
        string[] used = [.. Variables().Matches(style).Where(static match => !match.Value.EndsWith(':')).Select(static match => match.Groups["name"].Value).Distinct()];
        ILookup<string, string> set = Variables().Matches(style).Where(static match => match.Value.EndsWith(':')).ToLookup(static match => match.Groups["name"].Value, static match => match.Value);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(style, Does.Contain("@media(prefers-color-scheme:dark)").And.Contains("vscode-dark").And.Not.Contains("url(").And.Not.Contains("@import"));
            Assert.That(used.Where(name => set[name].Count() != 4), Is.Empty, "light, dark, and both again for hosts that say which they are");
        }
    }

    private static string[] Looks(TrialResult[] trials) => [.. Parse(trials.ToSvg()).Descendants(Svg + "path").Select(Class).Where(static look => look.StartsWith("l ", StringComparison.Ordinal))];

    private static XElement Parse(SvgImage picture) => XDocument.Parse(picture.ToString()).Root!;

    private static string Class(XElement element) => element.Attribute("class")?.Value ?? "";

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static double Y(XElement picture, string text) => Number(picture.Descendants(Svg + "text").First(element => element.Value == text), "y");

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex("--(?<name>[a-z0-9]+):?")]
    private static partial Regex Variables();
}
