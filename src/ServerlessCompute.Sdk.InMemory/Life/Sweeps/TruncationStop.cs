namespace ServerlessCompute;

/// <summary>Ends a share of the trials at each interval, the worst of those that came so far.</summary>
internal sealed class TruncationStop(int percentage) : StopPolicy
{
    public override string Name => "TruncationSelection";

    public override string Config => $"{{{Timing},\"truncation_percentage\":{percentage}}}";

    protected override bool Judge(SweptTrial trial, int interval, IReadOnlyList<SweptTrial> trials, bool maximizes)
    {
        double own = BestUntil(trial, interval, maximizes);
        int all = 0;
        int worse = 0;
        foreach (SweptTrial other in trials)
        {
            if (other.Reports.Count >= interval)
            {
                all++;
                double reached = BestUntil(other, interval, maximizes);
                worse += (maximizes ? reached < own : reached > own) ? 1 : 0;
            }
        }

        return worse < all * percentage / 100;
    }
}
