namespace ServerlessCompute;

/// <summary>
/// Each recorded request is sent to the in-memory service after what it needs was set up: the same status, the headers that clients read, the
/// same names of members at every level, the same codes of errors. What differs stands, with why, in <see cref="RecordedComparison"/>.
/// </summary>
[TestFixture]
[Category("S43")]
internal sealed class RecordedReplayTests
{
    private static IEnumerable<string> Exchanges => RecordedSetups.All.Keys.Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Exchanges))]
    public async Task Request_Recorded_IsAnsweredAlike(string exchange)
    {
        using var replay = new RecordedReplay(exchange + "-", exchange switch
        {
            "042" => new InMemoryServerlessOptions { UserAssignedIdentities = [] },
            "055" => new InMemoryServerlessOptions { Clock = InMemoryClock.Manual },
            _ => new InMemoryServerlessOptions { AdmitAnyCompute = true, Clock = InMemoryClock.Manual },
        });
        await RecordedSetups.All[exchange](replay);

        RawAnswer answer = await replay.SendAsync();

        Assert.That(RecordedComparison.Differences(exchange, replay.Response, answer), Is.Empty);
    }

    [Test]
    public void Exchanges_All_AreReplayed()
    {
        string[] recorded = [.. Directory.EnumerateFiles(SharedMaterial.Demand("contract", "recorded", "exchanges"), "*.json").Select(static f => Path.GetFileName(f)[..3])];

        Assert.That(RecordedSetups.All.Keys.Concat(RecordedSetups.ComparedByValue), Is.EquivalentTo(recorded));
    }
}
