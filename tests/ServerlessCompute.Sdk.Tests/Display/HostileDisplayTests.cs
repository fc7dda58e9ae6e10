using System.Xml.Linq;

namespace ServerlessCompute;

/// <summary>Whatever names, logs and parameters say, it stands in HTML and pictures as text, and secrets do not stand there.</summary>
internal sealed class HostileDisplayTests
{
    private static readonly string[] Elements =
    [
        "div", "style", "h3", "h4", "p", "table", "tr", "th", "td", "pre", "span", "i", "a", "details", "summary",
        "svg", "title", "g", "rect", "circle", "path", "text",
    ];

    private static readonly string[] Attributes =
    [
        "class", "style", "href", "xmlns", "width", "height", "viewBox", "role", "x", "y", "cx", "cy", "r", "rx", "d", "text-anchor",
    ];

    private static readonly string[] Names =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onload='alert(1)",
        "</style></svg></title><script>alert(1)</script>",
        "]]><!--",
        "&lt;script&gt;",
        "nul\0bell\a\u001b[31mred",
        "turned\u202eround\u2066",
        "half \ud83d and \udca9",
        "javascript:alert(1)",
        new('x', 100_000),
    ];

    [TestCaseSource(nameof(Names))]
    public void EveryForm_HostileNames_StandAsText(string name)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (string markup in Markup(name))
            {
                XElement[] elements = [.. XDocument.Parse(markup).Descendants()];
                Assert.That(elements.Select(static element => element.Name.LocalName).Except(Elements), Is.Empty);
                Assert.That(elements.SelectMany(static element => element.Attributes()).Select(static attribute => attribute.Name.LocalName).Except(Attributes), Is.Empty);
                Assert.That(elements.Attributes("href").Select(static href => href.Value), Is.All.StartsWith("https://"));
                Assert.That(markup, Has.Length.LessThan(60_000).And.None.AnyOf('\0', '\a', '\u001b', '\u202e', '\u2066'));
            }
        }
    }

    [Test]
    public void EveryForm_Secrets_AreNotShown()
    {
        CommandJob job = Command.Run("curl 'https://host/file?sv=1&sig=CANARY'\necho AccountKey=CANARY")
            .WithEnvironment("e:1") with
        {
            EnvironmentVariables = [new("TOKEN", Secret.Of("CANARY")), new("URL", "https://user:CANARY@host/")],
            Inputs = [new("data", Input.UriFile("https://host/data.csv?sig=CANARY"))],
        };

        Assert.That(job.ToTable() + job.ToHtml() + job.ToHtml().ToPage(), Does.Not.Contain("CANARY").And.Contains("***"));
    }

    [Test]
    public void Tables_HostileNames_StayOnTheirLines()
    {
        TrialResult[] trials = Exhibits.Trials(1, "a\n\u001b[31m\rb");

        Assert.That(trials.ToTable().TrimEnd().Split('\n'), Has.Length.EqualTo(2).And.None.Contains("\u001b"));
    }

    private static IEnumerable<string> Markup(string name)
    {
        ValueMap<ValueList<MetricPoint>> metrics = [new(name, Exhibits.Curve(3))];
        TrialResult[] trials = [.. Exhibits.Trials(4, name).Select(trial => trial with { Parameters = [new(name, name), new("rate", 0.1)] })];
        var failed = new JobResult { JobName = name, Status = new JobStatus(name), Error = new JobError(name, name), LogTail = [name], InstanceType = name };
        var explanation = new RunExplanation { JobName = name, Waiting = new JobWaiting(name, name, name), Error = new JobError(name, name), Outlook = Exhibits.Report(name) };
        CommandJob job = new() { Name = name, DisplayName = name, Command = name, Environment = name, Tags = [new(name, name)], Inputs = [new(name, Input.UriFile(name))], Outputs = [new(name, Output.UriFile(name))] };
        IEnumerable<HtmlFragment> fragments =
        [
            job.ToHtml(), Exhibits.Pipeline(name).ToHtml(), failed.ToHtml(), explanation.ToHtml(), Exhibits.Tree(3, name).ToHtml(), Exhibits.Report(name).ToHtml(),
            trials.ToHtml(name), metrics.ToHtml(), Exhibits.Usages(name).ToHtml(), new[] { new ComputeQuota { Family = name, DisplayName = name } }.ToHtml(),
            new[] { new VmSizeInfo { Name = name, Family = name } }.ToHtml(), Exhibits.Pipeline(name).ToSvg().ToHtml(),
            new InMemoryServerless().CreateClient().GetRun(name.Length > 255 ? name[..255] : name).ToHtml(),
        ];
        IEnumerable<SvgImage> pictures =
        [
            Exhibits.Pipeline(name).ToSvg(Exhibits.Tree(3, name)), Exhibits.Tree(3, name).ToSvg(), trials.ToSvg(name), metrics.ToSvg(), metrics.ToOneChart(name), Exhibits.Usages(name).ToSvg(),
        ];
        return fragments.Select(static fragment => fragment.ToString()).Concat(pictures.Select(static picture => picture.ToString()));
    }
}
