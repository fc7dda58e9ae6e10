namespace ServerlessCompute;

internal sealed class JobNamesTests
{
    [Test]
    public void Fresh_ManyTimes_AreValidAndDiffer()
    {
        IdSource ids = IdSource.FromSeed(1);

        string[] names = [.. Enumerable.Range(0, 10_000).Select(_ => JobNames.Fresh(ids))];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.Unique);
            Assert.That(names, Has.All.Matches("^[a-z]+_[a-z]+_[a-z0-9]{10}$"));
        }
    }

    [Test]
    public void FromOperation_SameId_GivesTheSameNameOnEveryMachine() =>
        Assert.That(JobNames.FromOperation("nightly-2026-11-23"), Is.EqualTo("happy_harbor_5ncrrcp96q").And.Not.EqualTo(JobNames.FromOperation("nightly-2026-11-24")));
}
