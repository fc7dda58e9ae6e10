using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>The driver, and with it what this library sends for jobs that are written in C#.</summary>
internal sealed class GoldenDriverTests
{
    private static IEnumerable<string> Names => CSharpTwins.Jobs.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task Run_ATwinInCSharp_SendsWhatTheReferenceSendsForTheYaml(string name)
    {
        GoldenEntry entry = await new GoldenDriver(new CSharpTwins()).RunAsync(SmallCorpus.Files.Single(file => file.Name == name));

        EntryComparison comparison = EntryComparison.Of(SmallCorpus.Golden[name], entry.ToJson()).WithoutAccepted();

        Assert.That(comparison.Agrees, comparison.ToString());
    }

    [TestCaseSource(nameof(Names))]
    public async Task Run_ATwinInCSharp_KeepsToTheContractOfEachVersion(string name)
    {
        GoldenEntry entry = await new GoldenDriver(new CSharpTwins()).RunAsync(SmallCorpus.Files.Single(file => file.Name == name));

        Assert.That(SpecChecker.Check(entry.Requests), Is.Empty);
    }

    [Test]
    public async Task Run_AJobWithCode_WritesTheShapeOfGoldenEntries()
    {
        JsonObject entry = await EntryAsync("command/mpi.yml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.Select(member => member.Key), Is.EqualTo(new[] { "source", "kind", "request", "registered", "uploads" }));
            Assert.That((string?)entry["source"], Is.EqualTo("command/mpi.yml"));
            Assert.That((string?)entry["kind"], Is.EqualTo("job"));
            Assert.That((string?)entry["request"]!["path"], Is.EqualTo("{workspace}/jobs/job-name"));
            Assert.That((string?)entry["request"]!["body"]!["properties"]!["codeId"], Is.EqualTo("{workspace}/codes/{code-1}/versions/1"));
            Assert.That((string?)entry["registered"]![0]!["path"], Is.EqualTo("{workspace}/codes/{code-1}/versions/1"));
            Assert.That(entry["uploads"]!["{code-1}"]!.AsArray().Select(blob => (string?)blob), Is.SupersetOf(new[] { "src/train.py", "src/pkg/loader.py" }));
        }
    }

    [Test]
    public async Task Run_AsTheSubmitter_NamesTheHeader() =>
        Assert.That((await EntryAsync("command/spot-as-user.yml"))["request"]!["headers"]!.ToJsonString(), Is.EqualTo("""["x-azureml-token"]"""));

    [Test]
    public async Task Run_AFileThatIsRefused_SaysWhy() =>
        Assert.That((string?)(await EntryAsync("bad/unknown-input.yml"))["error"], Does.StartWith("JobValidationException: "));

    [Test]
    public async Task Placeholders_OfTheSameJobTwice_AreTheSame() =>
        Assert.That((await EntryAsync("command/build.yml")).ToJsonString(), Is.EqualTo((await EntryAsync("command/build.yml")).ToJsonString()));

    private static async Task<JsonObject> EntryAsync(string name) =>
        (await new GoldenDriver(new CSharpTwins()).RunAsync(SmallCorpus.Files.Single(file => file.Name == name))).ToJson();
}
