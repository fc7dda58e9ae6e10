using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>A run finds each kind of fault that it is there to find.</summary>
internal sealed class FuzzRunTests
{
    private static readonly FuzzLimits _tight = new(TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(400), 1 << 20);

    [Test]
    public void Run_CasesWithoutFault_RunsEachOnce([Values(1, 3)] int threads)
    {
        int[] seen = new int[120];

        IReadOnlyCollection<string> faults = new FuzzRun(FuzzLimits.OfBadInput, number => Interlocked.Increment(ref seen[number])).Run(20, 100, threads);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults, Is.Empty);
            Assert.That(seen[..20], Is.All.Zero);
            Assert.That(seen[20..], Is.All.EqualTo(1));
        }
    }

    [Test]
    public void Run_AnException_IsToldWithItsCase() =>
        Assert.That(Run(7, () => throw new InvalidCastException("raw")), Has.Count.EqualTo(1).And.One.StartsWith("Case 7 threw System.InvalidCastException: raw"));

    [Test]
    public void Run_ACaseThatIsAlwaysSlow_IsTold() =>
        Assert.That(Run(7, () => Spin(TimeSpan.FromMilliseconds(60))), Has.Count.EqualTo(1).And.One.StartsWith("Case 7 took"));

    [Test]
    public void Run_ACaseThatWasSlowOnce_IsTriedAgain()
    {
        int tries = 0;

        Assert.That(Run(7, () => Spin(TimeSpan.FromMilliseconds(tries++ == 0 ? 60 : 0))), Is.Empty);
    }

    [Test]
    public void Run_ACaseThatHangs_IsGivenUp() =>
        Assert.That(Run(7, () => Spin(TimeSpan.FromSeconds(2))), Has.Count.EqualTo(1).And.One.StartsWith("Case 7 has not come back"));

    [Test]
    public void Run_ACaseThatAllocates_IsTold() =>
        Assert.That(Run(7, () => GC.KeepAlive(new byte[2 << 20])), Has.Count.EqualTo(1).And.One.StartsWith("Case 7 allocated"));

    private static IReadOnlyCollection<string> Run(int faulty, Action fault) => new FuzzRun(_tight, number => (number == faulty ? fault : () => { })()).Run(0, 10);

    private static void Spin(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            Thread.SpinWait(1000);
        }
    }
}
