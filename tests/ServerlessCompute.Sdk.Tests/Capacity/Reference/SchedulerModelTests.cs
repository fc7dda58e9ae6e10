using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// Ledger and scheduler against a reference written as plainly as can be, over random histories of jobs that come, leave and lose nodes while
/// limits change: quota is never exceeded, nobody starves whom the rules would start, nothing is lost, sums are right. A million histories:
/// <c>CsCheck_Iter=1000000 dotnet test --filter FullyQualifiedName~SchedulerModel</c>. A failure prints the seed that brings it back.
/// </summary>
[TestFixture]
internal sealed class SchedulerModelTests
{
    private static readonly Gen<SchedulerStep[]> _histories = Gen
        .Select(Gen.Int[0, 11], Gen.Int[0, 1000], Gen.Int[0, 30], Gen.Int[0, 60])
        .Select(static (kind, which, howMany, after) => new SchedulerStep(kind, which, howMany, after))
        .Array[1, 60];

    [Test]
    [Category("S24")]
    [Category("S27")]
    [Category("S49")]
    public void Histories_AtRandom_GoAsTheReferenceHasThem() => _histories.Sample(
        static steps => SchedulerHistory.Play(steps) is null,
        iter: Math.Max(3_000, Check.Iter),
        threads: Check.Iter > 100_000 ? Environment.ProcessorCount : 1,
        print: static steps => $"{SchedulerHistory.Play(steps)}\n{string.Join('\n', steps)}");
}
