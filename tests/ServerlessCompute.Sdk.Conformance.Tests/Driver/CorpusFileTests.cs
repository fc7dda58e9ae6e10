namespace ServerlessCompute;

internal sealed class CorpusFileTests
{
    [TestCase("x.yml", "$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json", ExpectedResult = CorpusKind.Job)]
    [TestCase("x.yml", "type: sweep", ExpectedResult = CorpusKind.Job)]
    [TestCase("x.yml", "type: finetuning\nname: n\nversion: 1", ExpectedResult = CorpusKind.Job)]
    [TestCase("x.yml", "type: command\nname: n\nversion: 1", ExpectedResult = CorpusKind.Component)]
    [TestCase("x.yml", "type: command\nname: n\nversion: 1\ncompute: c", ExpectedResult = CorpusKind.Job)]
    [TestCase("x.yml", "type: command\nname: n\nversion: 1\nexperiment_name: e", ExpectedResult = CorpusKind.Job)]
    [TestCase("x.yml", "$schema: a/commandComponent.schema.json", ExpectedResult = CorpusKind.Component)]
    [TestCase("x.yml", "$schema: a/schedule.schema.json", ExpectedResult = CorpusKind.Schedule)]
    [TestCase("x.yml", "trigger: {}\ncreate_job: j.yml", ExpectedResult = CorpusKind.Schedule)]
    [TestCase("command_job/x.yml", "command: echo", ExpectedResult = CorpusKind.Job)]
    [TestCase("pipeline_jobs/deep/x.yml", "jobs: {}", ExpectedResult = CorpusKind.Job)]
    [TestCase("components/x.yml", "type: automl\nname: n", ExpectedResult = CorpusKind.Job)]
    [TestCase("components/x.yml", "type: data_transfer\nname: n", ExpectedResult = CorpusKind.Component)]
    [TestCase("x.yml", "command: echo", ExpectedResult = null)]
    [TestCase("x.yml", "name: conda\ndependencies: []", ExpectedResult = null)]
    public CorpusKind? KindOf_AFile_IsWhatItSays(string name, string yaml) => CorpusFile.KindOf(TopLevel.Read(new StringReader(yaml))!, name);

    [TestCase("- type: command")]
    [TestCase("type: [command")]
    [TestCase("type: command\n---\ntype: command")]
    [TestCase("")]
    public void Read_WhatIsNoMap_IsNothing(string yaml) => Assert.That(TopLevel.Read(new StringReader(yaml)), Is.Null);

    [Test]
    public void In_TheSmallCorpus_AreTheFilesThatHaveGoldenEntries() =>
        Assert.That(SmallCorpus.Files.Select(file => (file.Name, file.Kind.ToString())), Is.EquivalentTo(SmallCorpus.Golden.Select(entry => (entry.Key, Capitalized((string)entry.Value["kind"]!)))));

    [Test]
    public void In_TheLargeCorpus_AreTheFilesThatHaveGoldenEntries()
    {
        string root = SharedMaterial.Demand("corpus");

        Assert.That(
            CorpusFile.In(root).Select(file => (file.Name, file.Kind.ToString())),
            Is.EquivalentTo(GoldenFolder.Read(Path.Combine(root, "golden")).Select(entry => (entry.Key, Capitalized((string)entry.Value["kind"]!)))));
    }

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
