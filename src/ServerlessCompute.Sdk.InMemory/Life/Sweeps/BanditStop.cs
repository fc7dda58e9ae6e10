using System.Globalization;

namespace ServerlessCompute;

/// <summary>Ends what is worse than the best trial at the same interval by more than a factor, or by more than an amount.</summary>
internal sealed class BanditStop(double slackFactor, double slackAmount) : StopPolicy
{
    public override string Name => "Bandit";

    public override string Config => slackAmount > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{{{Timing},\"slack_amount\":{slackAmount}}}")
        : string.Create(CultureInfo.InvariantCulture, $"{{{Timing},\"slack_factor\":{slackFactor}}}");

    protected override bool Judge(SweptTrial trial, int interval, IReadOnlyList<SweptTrial> trials, bool maximizes)
    {
        double own = BestUntil(trial, interval, maximizes);
        double best = own;
        foreach (SweptTrial other in trials)
        {
            if (other.Reports.Count >= interval)
            {
                double reached = BestUntil(other, interval, maximizes);
                best = maximizes ? Math.Max(best, reached) : Math.Min(best, reached);
            }
        }

        // A factor of a negative metric would turn round: its slack is taken of the size.
        double slack = slackAmount > 0 ? slackAmount : maximizes ? Math.Abs(best) * slackFactor / (1 + slackFactor) : Math.Abs(best) * slackFactor;
        return maximizes ? own < best - slack : own > best + slack;
    }
}
