using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>From points of the unit cube to parameters.</summary>
[TestFixture]
[Category("S47")]
internal sealed class TrialSpaceTests
{
    private const int Draws = 20_000;

    [TestCase("""["uniform",[2,6]]""", 4, 1.1547)]
    [TestCase("""["quniform",[0,10,2]]""", 5, 2.94)]
    [TestCase("""["normal",[10,3]]""", 10, 3)]
    [TestCase("""["qnormal",[10,3,0.5]]""", 10, 3)]
    [TestCase("""["lognormal",[0,0.5]]""", 1.1331, 0.6039)]
    [TestCase("""["qlognormal",[3,0.5,5]]""", 22.76, 12.2)]
    [TestCase("""["loguniform",[0,2]]""", 3.1945, 1.79)]
    [TestCase("""["qloguniform",[0,3,1]]""", 6.36, 5.3)]
    [TestCase("""["randint",[10]]""", 4.5, 2.8723)]
    public void Decode_ManyPoints_HaveTheMeanAndTheDeviationOfTheDistribution(string distribution, double mean, double deviation)
    {
        TrialSpace space = Space($$"""{"x":{{distribution}}}""");
        double[] values = [.. Points(space).Select(p => double.Parse(space.Decode(p)[0].Value, CultureInfo.InvariantCulture))];
        double average = values.Average();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(average, Is.EqualTo(mean).Within(0.04 * deviation));
            Assert.That(Math.Sqrt(values.Average(v => (v - average) * (v - average))), Is.EqualTo(deviation).Within(3).Percent);
        }
    }

    [TestCase("""["quniform",[1,10,2]]""", "2 4 6 8 10 0")]
    [TestCase("""["randint",[3]]""", "0 1 2")]
    [TestCase("""["choice",[[1,2.5,"x",true]]]""", "1 2.5 \"x\" true")]
    [TestCase("""["choice",["a","b"]]""", "\"a\" \"b\"")]
    public void Decode_ManyPoints_TakeEveryValueAndNoOther(string distribution, string values)
    {
        TrialSpace space = Space($$"""{"x":{{distribution}}}""");

        IEnumerable<string> seen = Points(space).Select(p => space.Decode(p)[0].Value).Distinct();

        Assert.That(seen, Is.SubsetOf(values.Split(' ')));
        Assert.That(seen.Count(), Is.GreaterThanOrEqualTo(values.Split(' ').Length - 1));
    }

    [Test]
    public void Decode_NestedChoice_DrawsOnlyWhatTheChosenOptionHas()
    {
        TrialSpace space = Space("""{"model":["choice",[[{"name":"tree","depth":["randint",[4]]},{"name":"net","lr":["loguniform",[-6,-1]],"layers":["choice",[[1,2]]]}]]],"seed":["randint",[9]]}""");

        JsonElement[] models = [.. Points(space).Take(500).Select(p => JsonElement.Parse(space.Decode(p)[0].Value))];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(space.Size, Is.EqualTo(5));
            Assert.That(models.Where(static m => m.GetProperty("name").GetString() == "tree").Select(static m => RawAnswer.Names(m)), Is.Not.Empty.And.All.EqualTo(new[] { "name", "depth" }));
            Assert.That(models.Where(static m => m.GetProperty("name").GetString() == "net").Select(static m => RawAnswer.Names(m)), Is.Not.Empty.And.All.EqualTo(new[] { "name", "lr", "layers" }));
        }
    }

    [Test]
    public void Combinations_OfChoices_AreAllDifferentAndComplete()
    {
        TrialSpace space = Space("""{"a":["choice",[[1,2,3]]],"m":["choice",[[{"k":"x","n":["choice",[[1,2]]]},{"k":"y"}]]]}""");

        string[] all = [.. Enumerable.Range(0, (int)space.Combinations!.Value).Select(i => TrialSpace.Json(space.Decode(space.Combination(i))))];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(space.Combinations, Is.EqualTo(9));
            Assert.That(all, Is.Unique);
            Assert.That(all[0], Is.EqualTo("""{"a": 1, "m": {"k": "x", "n": 1}}"""));
            Assert.That(Space("""{"a":["choice",[[1]]],"b":["uniform",[0,1]]}""").Combinations, Is.Null);
        }
    }

    [TestCase("""{"x":["uniform",[1]]}""", "uniform needs 2 numbers")]
    [TestCase("""{"x":["uniform",[2,1]]}""", "its minimum above its maximum")]
    [TestCase("""{"x":["quniform",[1,2,0]]}""", "must be positive")]
    [TestCase("""{"x":["gamma",[1]]}""", "'gamma' is none of choice")]
    [TestCase("""{"x":0.1}""", "is not of the form")]
    [TestCase("""{"x":["choice",[[]]]}""", "at least one value")]
    [TestCase("""{"x":["randint",[0]]}""", "at least 1")]
    public void Read_WhatIsNoDistribution_SaysWhich(string space, string problem)
    {
        TrialSpace? read = TrialSpaceReader.Read(JsonElement.Parse(space), null, out string? said);

        Assert.That(read, Is.Null);
        Assert.That(said, Does.Contain("parameter number 1").And.Contain(problem));
    }

    [Test]
    public void LogBase_OfTwo_MakesPowersOfTwo()
    {
        TrialSpace space = TrialSpaceReader.Read(JsonElement.Parse("""{"x":["loguniform",[3,3]]}"""), "2", out _)!;

        Assert.That(space.Decode([0.3])[0].Value, Is.EqualTo("8.0"));
    }

    [Test]
    public void NormalQuantile_AcrossItsRange_UndoesTheDistribution()
    {
        double[] at = [1e-9, 0.001, 0.02, 0.3, 0.5, 0.77, 0.98, 0.9999];

        Assert.That(at.Select(static p => NormalDistribution.Cumulative(NormalQuantile.At(p)) / p), Has.All.EqualTo(1).Within(1e-9));
        Assert.That(NormalQuantile.At(0.975), Is.EqualTo(1.959963984540054).Within(1e-11));
    }

    private static TrialSpace Space(string json) => TrialSpaceReader.Read(JsonElement.Parse(json), null, out string? problem) ?? throw new InvalidOperationException(problem);

    private static IEnumerable<double[]> Points(TrialSpace space)
    {
        var sampler = new RandomSampler(1, "space", space.Size);
        return Enumerable.Range(0, Draws).Select(i => sampler.Next(i, [])!);
    }
}
