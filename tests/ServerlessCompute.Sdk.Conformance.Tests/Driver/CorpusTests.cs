using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What is sent for a YAML file is what the reference client sends for it, and what the contract has.</summary>
internal sealed class CorpusTests
{
    // The most files of the large corpus with differences beyond the wanted ones that can be argued: with more, something was misread.
    private const int MostAccepted = 6;

    private static readonly Lazy<Task<CorpusRun>> _small = new(() => CorpusRun.OfAsync(SmallCorpus.Files, SmallCorpus.Golden));
    private static readonly Lazy<Task<CorpusRun>> _large = new(() => CorpusRun.OfAsync(LargeCorpus.Files, LargeCorpus.Golden));

    private static IEnumerable<string> SmallNames => SmallCorpus.Golden.Keys.Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(SmallNames))]
    public async Task Submit_AFileOfOurOwn_SendsWhatTheReferenceSends(string name)
    {
        EntryComparison comparison = (await _small.Value).Comparisons.Single(one => one.Source == name).WithoutAccepted();

        Assert.That(comparison.Agrees || SmallCorpus.Wanted.Contains(name), comparison.ToString());
    }

    [Test]
    public async Task Submit_TheLargeCorpus_SendsWhatTheReferenceSends()
    {
        LargeCorpus.Demand();
        CorpusRun run = await _large.Value;

        Assert.That(run.Comparisons.Where(one => !IsWanted(one) && !one.WithoutAccepted().Agrees).Select(one => one.WithoutAccepted().ToString()), Is.Empty);
    }

    [Test]
    public async Task Submit_AnyFile_KeepsToTheContractOfEachVersion([Values] bool large)
    {
        CorpusRun run = await RunAsync(large);

        Assert.That(run.Entries.SelectMany(entry => SpecChecker.Check(entry.Requests).Select(problem => $"{entry.File.Name}: {problem}")), Is.Empty);
    }

    [Test]
    public async Task Submit_AnyFile_AsksNothingThatNobodyAnswers([Values] bool large)
    {
        CorpusRun run = await RunAsync(large);

        Assert.That(run.Entries.SelectMany(entry => entry.Unknown.Select(request => $"{entry.File.Name}: {request.Method} {request.Path}")), Is.Empty);
    }

    // Where it holds no code, the hash is the reference's, too: then the comparison counts it.
    [Test]
    public async Task Submit_AComponent_CarriesTheHashOfWhatIsSent([Values] bool large)
    {
        StandInRequest[] registered =
        [
            .. from entry in (await RunAsync(large)).Entries
               where entry.File.Kind == CorpusKind.Component
               from request in entry.Requests
               where request.Method == "PUT" && request.Body?["properties"]?["properties"]?["client_component_hash"] is not null
               select request,
        ];

        Assert.That(registered, Has.Length.GreaterThan(large ? 60 : 2));
        Assert.That(
            registered.Select(request => request.Body!["properties"]!["properties"]!["client_component_hash"].Text()),
            Is.EqualTo(registered.Select(request => ComponentHash.OfNamed(JsonElement.Parse(request.Body!["properties"]!["componentSpec"]!.ToJsonString())).ToString())));
    }

    [Test]
    public async Task AcceptedDifferences_EachRow_IsArguedAndStillNeeded()
    {
        List<EntryComparison> comparisons = [.. (await _small.Value).Comparisons];
        if (SharedMaterial.Find("corpus") is not null)
        {
            comparisons.AddRange((await _large.Value).Comparisons);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                AcceptedDifferences.Rows.Select(row => row.File).Distinct(StringComparer.Ordinal).Where(file => !SmallCorpus.Golden.ContainsKey(file)).Count(),
                Is.LessThanOrEqualTo(MostAccepted));
            foreach ((string file, string path, string reason) in AcceptedDifferences.Rows)
            {
                Assert.That(reason.Split(' '), Has.Length.GreaterThan(5), $"{file}: the reason argues from the contract.");
                EntryComparison? comparison = comparisons.Find(one => one.Source == file);
                Assert.That(comparison is null ? !SmallCorpus.Golden.ContainsKey(file) : comparison.Needs(path), $"{file}: nothing differs at {path} any more: remove the row.");
            }
        }
    }

    // A wanted difference is a file that this library takes, or sends in its own way.
    private static bool IsWanted(EntryComparison comparison) => LargeCorpus.Wanted.Contains(comparison.Source) && comparison.Verdict is Verdict.RefusedOnlyThere or Verdict.Different;

    private static Task<CorpusRun> RunAsync(bool large)
    {
        if (large)
        {
            LargeCorpus.Demand();
        }

        return (large ? _large : _small).Value;
    }
}
