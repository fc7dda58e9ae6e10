using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>What bad YAML gets: the place, the reason, and no long wait.</summary>
internal sealed class YamlProblemTests
{
    [TestCase("command: a\nenvironment: azureml:e:1\nresources:\n  instance_typ: x", 4, 3, "resources.instance_typ", "'instance_typ' is not known here. Did you mean 'instance_type'?")]
    [TestCase("command: a\nenvironment: azureml:e:1\ntags: {a: 1}", 3, 11, "tags.a", "A text belongs here, not the number 1.")]
    [TestCase("command: a\nenvironment: azureml:e:1\ninputs: {a: 2024-01-01}", 3, 13, "inputs.a", "A text, a number, true or false, or a map with 'type' and 'path' belongs here, not the date 2024-01-01.")]
    [TestCase("type: comand\ncommand: a", 1, 7, "type", "There is no kind of job called 'comand'. Did you mean 'command'?")]
    [TestCase("jobs: {}", 1, 1, "", "The kind of job is not said, and 'jobs' is not known to commands.")]
    [TestCase("$schema: x/commandComponent.schema.json\ncommand: a", 1, 1, "", "This describes a component, not a job.")]
    [TestCase("a: 1\nb: 2\na: 3", 3, 1, "", "'a' stands here twice.")]
    [TestCase("command: a\nenvironment: azureml:e:1\ntags: {on: a}", 3, 8, "tags.true", "The name 'true' is no text in YAML.")]
    [TestCase("command: a\nenvironment: azureml:e:1\ntags:", 3, 1, "tags", "'tags' has no value.")]
    [TestCase("command: a\nenvironment: e:1", 2, 14, "environment", "'e:1' is no reference to an environment.")]
    [TestCase("? [a]\n: b", 1, 3, "", "A name belongs before the colon, not a list.")]
    [TestCase(": b", 1, 1, "", "Here the name before the colon is missing.")]
    [TestCase("a:\n\tb: 1", 2, 1, "", "A tab indents this line, and YAML wants blanks.")]
    [TestCase("a:\tb", 1, 3, "", "A tab stands here, and YAML wants blanks.")]
    [TestCase("a: &x 1\nb: &x 2", 2, 4, "", "Something before this is called '&x', too.")]
    [TestCase("a: b: c", 1, 5, "", "A second colon stands here.")]
    [TestCase("a: 'b", 1, 4, "", "The quotes that begin here are not closed.")]
    [TestCase("a: @b", 1, 4, "", "A text may not begin with this character.")]
    [TestCase("a: 1\n---\nb: 2", 2, 1, "", "Here a second document begins; a file holds one.")]
    [TestCase("a: *b", 1, 4, "", "Nothing before this is called '&b'.")]
    [TestCase("a: &a [*a]", 1, 8, "", "'*a' stands within what it means.")]
    [TestCase("a: !!binary aGk=", 1, 4, "", "'aGk=' with the tag 'tag:yaml.org,2002:binary' is no value that can be read.")]
    [TestCase("a: !mine [1]", 1, 4, "", "The tag '!mine' is not known.")]
    [TestCase("a: 1\u0007", 1, 5, "", "The character U+0007 may not stand in YAML.")]
    [TestCase("", 0, 0, "", "There is nothing in it.")]
    [TestCase("- a", 1, 1, "", "A map belongs here, not a list.")]
    public void Parse_SomethingWrong_SaysWhereAndWhat(string yaml, int line, int column, string path, string message)
    {
        YamlProblem problem = Problems(yaml)[0];

        Assert.That((problem.Line, problem.Column, problem.Path, problem.Message), Is.EqualTo((line, column, path, message)));
    }

    [Test]
    public void Parse_SeveralThingsWrong_SaysThemAll() => Assert.That(
        Problems("command: a\nresources: {instance_count: x}\ntags: [a]\nfoo: 1").Select(problem => problem.Path),
        Is.EquivalentTo(new[] { "resources.instance_count", "tags", "foo", "" }));

    [Test]
    public void Message_OfTheException_NamesFileLineKeyAndFix()
    {
        using var folder = new YamlFolder(("job.yml", "command: a\nenvironment: azureml:e:1\ndisplay_nam: x"));

        var e = Assert.Throws<JobYamlException>(() => Job.Load(folder["job.yml"]))!;

        Assert.That(e.Message, Does.StartWith($"The YAML has an error.\n{folder["job.yml"]}(3,1): error at display_nam: 'display_nam' is not known here. Did you mean 'display_name'?\n  Fix: "));
    }

    [Test]
    public void Load_AFileThatIsNotThere_SaysSo() =>
        Assert.That(Assert.Throws<JobYamlException>(() => Job.Load("nowhere/job.yml"))!.Problems[0].Message, Is.EqualTo("There is no such file."));

    [Test]
    public void Load_NoUtf8_NamesThePlace()
    {
        using var stream = new MemoryStream([.. "a: b\nc: é"u8, 0xff, .. "x"u8]);

        YamlProblem problem = Assert.Throws<JobYamlException>(() => Job.Load(stream))!.Problems[0];

        Assert.That((problem.Line, problem.Column, problem.Message), Is.EqualTo((2, 5, "Here stands a byte that is not UTF-8.")));
    }

    [Test]
    public void Load_FilesInACircle_ShowsTheCircle()
    {
        using var folder = new YamlFolder(("job.yml", "command: a\nenvironment: file:job.yml"));

        Assert.That(Assert.Throws<JobYamlException>(() => Job.Load(folder["job.yml"]))!.Problems[0].Message, Is.EqualTo("Files name each other in a circle: job.yml -> job.yml."));
    }

    private static IEnumerable<TestCaseData<string>> Bombs()
    {
        var aliases = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++)
        {
            aliases.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        yield return new TestCaseData<string>(aliases.ToString()).SetArgDisplayNames("aliases");
        yield return new TestCaseData<string>("a: " + new string('[', 500_000)).SetArgDisplayNames("brackets");
        yield return new TestCaseData<string>(string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n"))).SetArgDisplayNames("indents");
        yield return new TestCaseData<string>("a: " + new string('9', 5_000_000)).SetArgDisplayNames("digits");
        yield return new TestCaseData<string>(new string('x', 50 * 1024 * 1024)).SetArgDisplayNames("megabytes");
        yield return new TestCaseData<string>("- " + new string('-', 500_000)).SetArgDisplayNames("hyphens");
        yield return new TestCaseData<string>(string.Concat(Enumerable.Repeat("? ", 200_000))).SetArgDisplayNames("question marks");
        yield return new TestCaseData<string>("tags: {" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"k{i}: 1, ")) + "}").SetArgDisplayNames("problems");
    }

    [TestCaseSource(nameof(Bombs))]
    public void Parse_ABomb_IsRefusedAtOnce(string yaml)
    {
        long start = Stopwatch.GetTimestamp();

        Assert.Throws<JobYamlException>(() => Job.Parse(yaml));

        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(5)), "It takes milliseconds; the rest is for machines that do something else.");
    }

    private static ValueList<YamlProblem> Problems(string yaml) => Assert.Throws<JobYamlException>(() => Job.Parse(yaml))!.Problems;
}
