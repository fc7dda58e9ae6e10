namespace ServerlessCompute;

/// <summary>Marks on a line of time stand at times that people count in.</summary>
internal sealed class TimeScaleTests
{
    [TestCase(4, "0, 1 s, 2 s, 3 s, 4 s")]
    [TestCase(55, "0, 15 s, 30 s, 45 s")]
    [TestCase(55 * 60, "0, 15 min, 30 min, 45 min")]
    [TestCase(7 * 3600, "0, 2 h, 4 h, 6 h")]
    [TestCase((2 * 3600) + 60, "0, 30 min, 1 h, 1 h 30 min, 2 h")]
    [TestCase(26 * 86400, "0, 6 d, 12 d, 18 d, 24 d")]
    public void Marks_OfASpan_AreFewAndRound(int seconds, string expected) =>
        Assert.That(string.Join(", ", TimeScale.Marks(TimeSpan.FromSeconds(seconds)).Select(TimeScale.Label)), Is.EqualTo(expected));
}
