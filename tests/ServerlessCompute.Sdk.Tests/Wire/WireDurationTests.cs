using System.Text;
using CsCheck;

namespace ServerlessCompute;

internal sealed class WireDurationTests
{
    [TestCase(0, "PT0S")]
    [TestCase(1, "PT1S")]
    [TestCase(60, "PT1M")]
    [TestCase(3600, "PT1H")]
    [TestCase(3601, "PT1H1S")]
    [TestCase(86400, "P1D")]
    [TestCase(604800, "P7D")]
    [TestCase(90061, "P1DT1H1M1S")]
    [TestCase(-5, "-PT5S")]
    public void Format_Seconds_IsNormalised(int seconds, string text) => Assert.That(Format(TimeSpan.FromSeconds(seconds)), Is.EqualTo(text));

    [TestCase("P1W", 604800)]
    [TestCase("P2W1DT0S", 15 * 86400)]
    [TestCase("PT36H", 36 * 3600)]
    [TestCase("PT90M", 5400)]
    [TestCase("PT005S", 5)]
    public void TryParse_OtherSpellings_AreRead(string text, int seconds)
    {
        Assert.That(WireDuration.TryParse(text, out TimeSpan value));
        Assert.That(value, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase("")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("P1DT")]
    [TestCase("1D")]
    [TestCase("P1Y")]
    [TestCase("P1M")]
    [TestCase("P1H")]
    [TestCase("PT1D")]
    [TestCase("PT1S1M")]
    [TestCase("PT1M1M")]
    [TestCase("PT1.5M")]
    [TestCase("PT1.S")]
    [TestCase("PT.5S")]
    [TestCase("PT1.2.3S")]
    [TestCase("PT5")]
    [TestCase("--PT5S")]
    [TestCase("PTT5S")]
    [TestCase("PT-5S")]
    [TestCase("P99999999999999999999D")]
    [TestCase("P10675200D")]
    [TestCase("00:05:00")]
    public void TryParse_NoDuration_IsRefused(string text) => Assert.That(WireDuration.TryParse(text, out _), Is.False);

    [Test]
    public void Format_AnyDuration_ReadsBack() =>
        Gen.OneOf(Gen.Long, Gen.OneOf(long.MinValue, long.MaxValue, 1L, -1L)).Sample(
            ticks => WireDuration.TryParse(Format(new TimeSpan(ticks)), out TimeSpan back) && back.Ticks == ticks,
            iter: 10_000);

    private static string Format(TimeSpan value)
    {
        Span<byte> buffer = stackalloc byte[40];
        return Encoding.UTF8.GetString(buffer[..WireDuration.Format(value, buffer)]);
    }
}
