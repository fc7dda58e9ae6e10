using Microsoft.DotNet.Interactive.Formatting;
using Moq;

namespace ServerlessCompute;

/// <summary>.NET Interactive's own formatting finds ours, by name alone: the SDK does not refer to it.</summary>
internal sealed class NotebookFormatterTests
{
    private static IEnumerable<TestCaseData<object, string, string>> Values()
    {
        TrialResult[] trials = Exhibits.Trials(5);
        ValueMap<ValueList<MetricPoint>> metrics = [new("loss", Exhibits.Curve(5))];
        PipelineJob pipeline = Exhibits.Pipeline();
        JobRun run = new InMemoryServerless().CreateClient().GetRun("a_job");
        var result = new JobResult { JobName = "a_job", Status = JobStatus.Completed };
        var explanation = new RunExplanation { JobName = "a_job", Outlook = Exhibits.Report() };
        return
        [
            new(pipeline, pipeline.ToHtml().ToString(), pipeline.ToTable()),
            new(run, run.ToHtml().ToString(), "a_job"),
            new(result, result.ToHtml().ToString(), result.ToString()),
            new(Exhibits.Tree(3), Exhibits.Tree(3).ToHtml().ToString(), Exhibits.Tree(3).ToString()),
            new(explanation, explanation.ToHtml().ToString(), explanation.ToString()),
            new(Exhibits.Report(), Exhibits.Report().ToHtml().ToString(), Exhibits.Report().ToString()),
            new((ValueList<TrialResult>)trials, trials.ToHtml().ToString(), trials.ToTable()),
            new((ValueList<ComputeUsage>)Exhibits.Usages(), Exhibits.Usages().ToHtml().ToString(), Exhibits.Usages().ToTable()),
            new(metrics, metrics.ToHtml().ToString(), metrics.ToTable()),
            new(pipeline.ToSvg(), pipeline.ToSvg().ToHtml().ToString(), "A pipeline of 3 steps"),
            new(trials.ToHtml("accuracy"), trials.ToHtml("accuracy").ToString(), "5 trials"),
        ];
    }

    [TestCaseSource(nameof(Values))]
    public void Notebook_ValueOfOurs_IsShownAsWeWriteIt(object value, string html, string text)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(value.ToDisplayString("text/html"), Is.EqualTo(html));
            Assert.That(value.ToDisplayString("text/plain"), Is.EqualTo(text));
            Assert.That(Formatter.GetPreferredMimeTypesFor(value.GetType()), Is.EqualTo(new[] { "text/html", "text/plain" }));
        }
    }

    [Test]
    public void Notebook_ListWithoutAFormOfItsOwn_IsShownAsEveryList()
    {
        ValueList<int> numbers = [4711, 42];

        Assert.That(numbers.ToDisplayString("text/html"), Does.Contain("4711").And.Not.Contains("slc"));
    }

    [Test]
    public void Notebook_MockedHandle_IsShownWithoutAsking()
    {
        var run = new Mock<JobRun>(MockBehavior.Strict);
        run.Setup(mocked => mocked.Name).Returns("mocked");
        run.Setup(mocked => mocked.WasCreated).Returns(true);

        Assert.That(run.Object.ToDisplayString("text/html"), Does.Contain("<h3>mocked</h3>").And.Not.Contains("href"));
    }

    [Test]
    public void Library_References_AreFreeOfNotebooks() =>
        Assert.That(typeof(Job).Assembly.GetReferencedAssemblies().Select(static reference => reference.Name), Has.None.Contains("Interactive").And.None.Contains("AspNetCore"));
}
