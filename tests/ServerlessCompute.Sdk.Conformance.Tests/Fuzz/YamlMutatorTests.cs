using System.Text;

namespace ServerlessCompute;

internal sealed class YamlMutatorTests
{
    private static IReadOnlyList<byte[]> Files { get; } = [.. SmallCorpus.Files.Select(file => File.ReadAllBytes(file.Path))];

    [Test]
    public void Mutate_TheSameRandomNumbers_MakeTheSameFile()
    {
        var mutator = new YamlMutator(Files);

        Assert.That(Enumerable.Range(0, 200).Select(i => Case(mutator, i)), Is.EqualTo(Enumerable.Range(0, 200).Select(i => Case(new YamlMutator(Files), i))));
    }

    [Test]
    public void Mutate_ManyTimes_MakesYamlThatIsStillRead_AndYamlThatIsNot()
    {
        var mutator = new YamlMutator(Files);
        string[] cases = [.. Enumerable.Range(0, 500).Select(i => Case(mutator, i))];

        int read = cases.Count(yaml => TopLevel.Read(new StringReader(yaml)) is not null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cases.Distinct().Count(), Is.GreaterThan(450));
            Assert.That(read, Is.InRange(150, 400));
        }
    }

    private static string Case(YamlMutator mutator, int number)
    {
        var random = new Random(number);
        return Encoding.Latin1.GetString(mutator.Mutate(Files[random.Next(Files.Count)], random));
    }
}
