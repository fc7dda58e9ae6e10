namespace ServerlessCompute;

/// <summary>Ends a trial whose best is worse than the median of all trials' averages up to the same interval.</summary>
internal sealed class MedianStop : StopPolicy
{
    public override string Name => "MedianStopping";

    public override string Config => $"{{{Timing}}}";

    protected override bool Judge(SweptTrial trial, int interval, IReadOnlyList<SweptTrial> trials, bool maximizes)
    {
        double[] averages = [.. trials.Where(t => t.Reports.Count >= interval).Select(t => t.Reports.Take(interval).Sum() / interval).Order()];
        double median = averages.Length % 2 == 1 ? averages[averages.Length / 2] : (averages[(averages.Length / 2) - 1] + averages[averages.Length / 2]) / 2;
        double own = BestUntil(trial, interval, maximizes);
        return maximizes ? own < median : own > median;
    }
}
