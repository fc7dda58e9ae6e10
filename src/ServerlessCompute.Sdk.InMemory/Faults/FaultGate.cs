using System.Globalization;

namespace ServerlessCompute;

/// <summary>Keeps count for a plan and decides. Thread-safe.</summary>
internal sealed class FaultGate(FaultPlan plan, int seed, string name)
{
    private const int Grain = 1_000_000;

    private readonly int _below = (int)Math.Round((plan.Share ?? 1) * Grain);
    private int _count;

    /// <summary>Whether the fault happens to a request.</summary>
    public bool Opens(EngineRequest request, TimeSpan elapsed) =>
        (plan.Match is not { } match || match(new FaultRequest(request.Method, request.Uri))) && Opens(elapsed);

    /// <summary>Whether it happens to something that is no request.</summary>
    public bool Opens(TimeSpan elapsed)
    {
        if (elapsed < plan.From || elapsed >= plan.Until)
        {
            return false;
        }

        int number = Interlocked.Increment(ref _count);
        return (plan.Numbers is not { } numbers || numbers.Contains(number))
            && number <= (plan.Most ?? int.MaxValue)
            && (_below == Grain || Draw.Below(seed, name, number.ToString(CultureInfo.InvariantCulture), Grain) < _below);
    }
}
