namespace ServerlessCompute;

[TestFixture]
internal sealed class ChanceTests
{
    [Test]
    public void Ln_OverAllMagnitudes_IsTheLogarithm()
    {
        double worst = 0;
        for (double x = 1e-300; x < 1e300; x *= 1.7)
        {
            double expected = Math.Log(x);
            worst = Math.Max(worst, Math.Abs(Chance.Ln(x) - expected) / Math.Max(1, Math.Abs(expected)));
        }

        Assert.That(worst, Is.LessThan(1e-14));
    }

    [Test]
    public void Exp_OverItsRange_IsTheExponential()
    {
        double worst = 0;
        for (double x = -600; x < 600; x += 0.37)
        {
            worst = Math.Max(worst, Math.Abs((Chance.Exp(x) / Math.Exp(x)) - 1));
        }

        Assert.That(worst, Is.LessThan(1e-12));
    }

    [TestCase(0.5, 0)]
    [TestCase(0.95, 1.6448536269514722)]
    [TestCase(0.05, -1.6448536269514722)]
    [TestCase(0.999, 3.0902323061678132)]
    [TestCase(0.001, -3.0902323061678132)]
    public void NormalQuantile_KnownPoints_AreThose(double p, double expected) => Assert.That(Chance.NormalQuantile(p), Is.EqualTo(expected).Within(1e-8));

    [Test]
    public void Draws_OfASeed_HaveTheirMeansAndVariances()
    {
        var chance = Chance.Stream(7, 1);
        double[] exponential = [.. Enumerable.Range(0, 200_000).Select(_ => chance.Exponential())];
        double[] normal = [.. Enumerable.Range(0, 200_000).Select(_ => chance.Normal())];
        long[] below = [.. Enumerable.Range(0, 200_000).Select(_ => chance.Below(10))];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exponential.Average(), Is.EqualTo(1).Within(0.01));
            Assert.That(exponential.Average(static x => x * x), Is.EqualTo(2).Within(0.05));
            Assert.That(normal.Average(), Is.Zero.Within(0.01));
            Assert.That(normal.Average(static x => x * x), Is.EqualTo(1).Within(0.01));
            Assert.That(below.GroupBy(static x => x).Select(static g => (double)g.Count()), Has.Exactly(10).EqualTo(20_000).Within(600));
        }
    }

    [Test]
    public void Stream_OtherSeedOrNumber_IsAnotherAndTheSameIsTheSame()
    {
        ulong[] first = [Chance.Stream(1, 1).Bits(), Chance.Stream(1, 2).Bits(), Chance.Stream(2, 1).Bits(), Chance.Stream(-1, 1).Bits()];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.Unique);
            Assert.That(Chance.Stream(1, 1).Bits(), Is.EqualTo(first[0]));
        }
    }
}
