using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// Every kind of job, and every component, is the same after it was written as YAML and loaded again. A long run:
/// <c>CsCheck_Iter=20000 dotnet test --filter Name~YamlRoundTrip</c>.
/// </summary>
internal sealed class YamlRoundTripTests
{
    private static readonly long Many = Math.Max(200, Check.Iter);

    // References between steps that nobody chose lead nowhere.
    private static readonly YamlOptions Unchecked = new() { ChecksSteps = false };

    private static IEnumerable<JobTable> Tables => JobTables.All;

    [TestCaseSource(nameof(Tables))]
    public void Job_WrittenAndLoaded_IsTheSame(JobTable table) => GenTable.Jobs(table, Dialect.Yaml)
        .Select(job => GenTable.AsYamlHasIt(job with { Name = job.Name is null or "" ? null : job.Name.ToLowerInvariant() }))
        .Sample(job => Load(job).Equals(job), iter: Many, print: job => Describe(Shown(table, job), () => Shown(table, Load(job))));

    private static Job Load(Job job) => Job.Parse(job.ToYaml(), options: Unchecked);

    private static string Shown(JobTable table, Job job) => System.Text.Json.Nodes.JsonNode.Parse(TreeJson.ToRaw(table.Write(job, Dialect.Yaml)).ToString())!.ToJsonString(new() { WriteIndented = true });

    [Test]
    public void Component_WrittenAndLoaded_IsTheSame() => new GenTable(Dialect.Yaml).Of(ComponentTables.Component)
        .Select(component => component with { Name = component.Name is null ? null : "named" })
        .Sample(component => Component.Parse(component.ToYaml()).Equals(component), iter: Many, print: component => Describe(component.ToYaml(), () => Component.Parse(component.ToYaml()).ToYaml()));

    [Test]
    public void Schedule_WrittenAndLoaded_IsTheSame() => GenSchedule.In(Dialect.Yaml)
        .Select(schedule => schedule.CreateJob is { Name: { } name } job
            ? schedule with { Action = (CreateJobAction)schedule.Action! with { Job = job with { Name = name.Length == 0 ? null : name.ToLowerInvariant() } } }
            : schedule)
        .Sample(schedule => Schedule.Parse(schedule.ToYaml(), options: Unchecked).Equals(schedule), iter: Many, print: schedule => Describe(schedule.ToYaml(), () => Schedule.Parse(schedule.ToYaml(), options: Unchecked).ToYaml()));

    [Test]
    public void Text_OfAnyKind_IsReadAsWhatItWas() => GenText.Any.Select(GenText.Any, (left, right) => left + right).Sample(
        text => Read(YamlPrinter.Print(new TreeMap([new TreeEntry(text, text), new TreeEntry("list", new TreeList([text, new TreeList([text])])), new TreeEntry("map", new TreeMap([new TreeEntry("text", text)]))]))) is TreeMap map
            && map.Text(text) == text
            && map.Get("list") is TreeList { Items: [TreeScalar first, TreeList { Items: [TreeScalar second] }] } && first.Text == text && second.Text == text
            && map.Get("map") is TreeMap inner && inner.Text("text") == text,
        iter: Many * 20,
        print: text => YamlPrinter.Print(new TreeMap([new TreeEntry("text", text)])));

    [TestCase("a\n  b")]
    [TestCase("  a\nb")]
    [TestCase("a\n\n\nb\n")]
    [TestCase("a\nb\n\n\n")]
    [TestCase("\na")]
    [TestCase("a \nb\t\n c")]
    [TestCase("# a\n- b: c")]
    [TestCase("a\r\nb")]
    [TestCase("\n")]
    [TestCase("a\n   \nb")]
    [TestCase("a: b")]
    [TestCase("- a")]
    [TestCase("a #b")]
    [TestCase("'")]
    [TestCase("!a")]
    [TestCase("0x1f")]
    [TestCase("1:30")]
    [TestCase("=")]
    [TestCase("<<")]
    [TestCase("")]
    [TestCase("...")]
    [TestCase("---")]
    [TestCase("a\u0085b\u2028c\ufeffd\u0000e")]
    [TestCase("2024-01-01 1:02:03")]
    public void Text_OfAnAwkwardKind_IsReadAsWhatItWas(string text) =>
        Assert.That(((TreeMap)Read(YamlPrinter.Print(new TreeMap([new TreeEntry("a", new TreeMap([new TreeEntry("text", text)]))]))).Get("a")!).Text("text"), Is.EqualTo(text));

    private static string Describe(string yaml, Func<string> again)
    {
        try
        {
            return string.Join('\n', yaml.Split('\n').Zip(again().Split('\n')).Where(lines => lines.First != lines.Second).Select(lines => $"{lines.First} | {lines.Second}").Prepend(yaml));
        }
        catch (JobYamlException e)
        {
            return $"{yaml}\n{e.Message}";
        }
    }

    private static TreeMap Read(string yaml) =>
        (TreeMap)YamlComposer.Compose(YamlText.Checked(yaml, default), default, (_, message, _) => Assert.Fail(message))!;
}
