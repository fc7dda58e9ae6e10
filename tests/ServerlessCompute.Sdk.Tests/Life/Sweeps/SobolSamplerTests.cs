namespace ServerlessCompute;

[TestFixture]
[Category("S47")]
internal sealed class SobolSamplerTests
{
    [Test]
    public void Directions_KnownAxes_AreThePublishedOnes()
    {
        uint[][] directions = SobolSampler.Directions(128);

        // The first four numbers of some axes, as fractions of 2^4.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(directions, Has.Length.EqualTo(128));
            Assert.That(directions[0][..4].Select(static d => d >> 28), Is.EqualTo(new[] { 8, 4, 2, 1 }));
            Assert.That(directions[1][..4].Select(static d => d >> 28), Is.EqualTo(new[] { 8, 12, 10, 15 }));
            Assert.That(directions[2][..4].Select(static d => d >> 28), Is.EqualTo(new[] { 8, 12, 6, 9 }));
        }
    }

    [Test]
    public void Points_OfEachAxis_FallOnceIntoEachOfEqualParts()
    {
        const int Count = 256;
        var sampler = new SobolSampler(3, "s", 128);
        double[][] points = [.. Enumerable.Range(-1, Count).Select(i => sampler.Next(i, [])!)];

        Assert.That(
            Enumerable.Range(0, 128).Select(axis => points.Select(p => (int)(p[axis] * Count)).Distinct().Count()),
            Has.All.EqualTo(Count));
    }

    [Test]
    public void Points_InTwoAxes_FillTheSquareMoreEvenlyThanChance()
    {
        // The first two axes make a (0, 2) net: of 64 points one is in each of 8 by 8 fields.
        var sampler = new SobolSampler(1, "s", 2);
        double[][] points = [.. Enumerable.Range(-1, 64).Select(i => sampler.Next(i, [])!)];

        Assert.That(points.Select(static p => ((int)(p[0] * 8), (int)(p[1] * 8))), Is.Unique);
    }

    [Test]
    public void Points_OfAnotherSeed_AreOthers()
    {
        double[] first = new SobolSampler(1, "s", 3).Next(0, [])!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new SobolSampler(1, "s", 3).Next(0, []), Is.EqualTo(first));
            Assert.That(new SobolSampler(2, "s", 3).Next(0, []), Is.Not.EqualTo(first));
            Assert.That(new SobolSampler(1, "s", 200).Next(0, []), Has.Length.EqualTo(200).And.All.InRange(0.0, 1.0));
        }
    }
}
