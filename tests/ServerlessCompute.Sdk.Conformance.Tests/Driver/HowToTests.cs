namespace ServerlessCompute;

/// <summary>The how-to page on serverless training, line by line: each of its snippets loads, and is what the page means.</summary>
internal sealed class HowToTests
{
    private static IEnumerable<string> Names => HowToTwins.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void Load_ASnippetOfThePage_IsItsTwinInCSharp(string name) => Assert.That(Load(name), Is.EqualTo(HowToTwins.All[name]), () => $"{Written(Load(name))}\n---\n{Written(HowToTwins.All[name])}");

    [TestCaseSource(nameof(Names))]
    public void Validate_ATwin_FindsNothing(string name) =>
        Assert.That((HowToTwins.All[name] is Component component ? component.Validate() : ((Job)HowToTwins.All[name]).Validate()).Errors, Is.Empty);

    [Test]
    public void Twins_Always_AreAllSnippets() =>
        Assert.That(HowToTwins.All.Keys, Is.EquivalentTo(Directory.EnumerateFiles(SharedMaterial.Demand("corpus", "howto"), "*.yml").Select(Path.GetFileName)));

    private static JobPart Load(string name)
    {
        string path = SharedMaterial.Demand("corpus", "howto", name);
        return HowToTwins.All[name] is Component ? Component.Load(path) : Job.Load(path);
    }

    private static string Written(JobPart noun) => noun is Component component ? component.ToCSharp() : ((Job)noun).ToCSharp();
}
