namespace ServerlessCompute;

/// <summary>
/// YAML becomes C# to continue from: what is written for each file of our own corpus, and of the large one where it is, compiles in one go and
/// makes what was loaded.
/// </summary>
internal sealed class CorpusSourceTests
{
    private static string Own => Repository.Folder("tests", "ServerlessCompute.Sdk.Conformance.Tests", "Corpus", "yaml");

    [Test]
    public void ToCSharp_EachJob_CompilesAndMakesAnEqualJob([Values] bool large) => AssertMakes(CorpusKind.Job, Folder(large), path => Job.Load(path), job => job.ToCSharp(), large ? 250 : 60);

    [Test]
    public void ToCSharp_EachComponent_CompilesAndMakesAnEqualComponent([Values] bool large) =>
        AssertMakes(CorpusKind.Component, Folder(large), path => Component.Load(path), component => component.ToCSharp(), large ? 70 : 5);

    [Test]
    public void ToCSharp_EachSchedule_CompilesAndMakesAnEqualSchedule([Values] bool large) =>
        AssertMakes(CorpusKind.Schedule, Folder(large), path => Schedule.Load(path), schedule => schedule.ToCSharp(), large ? 20 : 3);

    private static string Folder(bool large) => large ? SharedMaterial.Demand("corpus") : Own;

    private static void AssertMakes<T>(CorpusKind kind, string folder, Func<string, T> load, Func<T, string> write, int atLeast)
        where T : class
    {
        (string Name, T Noun)[] loaded = [.. Load(kind, folder, load)];
        Assert.That(loaded, Has.Length.GreaterThanOrEqualTo(atLeast));

        IReadOnlyList<T> made = CompiledJobs.Make<T>([.. loaded.Select(one => write(one.Noun))]);

        Assert.That(loaded.Where((one, i) => !made[i].Equals(one.Noun)).Select(one => one.Name), Is.Empty);
    }

    /// <summary>Those that are sound: a few are wrong on purpose.</summary>
    private static IEnumerable<(string Name, T Noun)> Load<T>(CorpusKind kind, string folder, Func<string, T> load)
        where T : class
    {
        foreach (CorpusFile file in CorpusFile.In(folder).Where(file => file.Kind == kind))
        {
            T? noun = null;
            try
            {
                noun = load(file.Path);
            }
            catch (JobYamlException)
            {
                // RefusalTests look at these.
            }

            if (noun is not null)
            {
                yield return (file.Name, noun);
            }
        }
    }
}
