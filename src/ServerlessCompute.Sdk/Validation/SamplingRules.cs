using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>How a sweep draws, and when it stops trials. What the service's documentation advises against is sent, with a warning.</summary>
internal static class SamplingRules
{
    public static void Check(SweepJob job, IReadOnlyDictionary<string, SearchSpace> spaces, JobReport report)
    {
        if (report.IsGiven(job.SamplingAlgorithm, nameof(SweepJob.SamplingAlgorithm)))
        {
            CheckAlgorithm(job, spaces, report);
        }

        if (job.EarlyTermination is { } policy)
        {
            CheckPolicy(policy, nameof(SweepJob.EarlyTermination), report);
        }
    }

    public static void CheckGrid(SearchSpace space, string place, JobReport report)
    {
        if (space is not ChoiceSearchSpace)
        {
            report.Add(GridNeedsChoices, place, $"Grid sampling tries every value, and {Shown.Value(space.Kind)} has no end of them.", "Use Search.Choice, or another sampling.");
        }
    }

    public static void CheckBayesian(SearchSpace space, string place, JobReport report)
    {
        if (space is not (ChoiceSearchSpace or UniformSearchSpace or QUniformSearchSpace))
        {
            report.Add(BayesianUnfit, place, $"Bayesian sampling is documented for choice, uniform and quniform, not for {Shown.Value(space.Kind)}.", "Use one of those, or random sampling.");
        }
    }

    /// <summary>Warns of a policy beside Bayesian sampling.</summary>
    public static void AdviseAgainst(string policy, JobReport report) => report.Add(
        BayesianWithPolicy, policy, "Bayesian sampling learns from whole trials; the service's documentation advises against ending them early.", "Leave the policy out: .WithEarlyTermination(null).");

    private static void CheckAlgorithm(SweepJob job, IReadOnlyDictionary<string, SearchSpace> spaces, JobReport report)
    {
        string place = nameof(SweepJob.SamplingAlgorithm);
        switch (job.SamplingAlgorithm)
        {
            case GridSampling:
                foreach ((string name, SearchSpace space) in spaces)
                {
                    CheckGrid(space, Shown.At(nameof(SweepJob.SearchSpace), name), report);
                }

                break;
            case BayesianSampling:
                foreach ((string name, SearchSpace space) in spaces)
                {
                    CheckBayesian(space, Shown.At(nameof(SweepJob.SearchSpace), name), report);
                }

                if (job.EarlyTermination is not null)
                {
                    AdviseAgainst(nameof(SweepJob.EarlyTermination), report);
                }

                break;
            case UnknownSamplingAlgorithm unknown:
                report.Add(SearchWordUnknown, place, $"The sampling algorithm {Shown.Value(unknown.Type)} is not known.{report.DidYouMean(unknown.Type, ["Random", "Grid", "Bayesian"])}", "Use Sampling.Random, Sampling.Grid or Sampling.Bayesian.");
                break;
        }
    }

    public static void CheckPolicy(EarlyTerminationPolicy policy, string place, JobReport report)
    {
        CheckInterval(policy.EvaluationInterval, $"{place}.{nameof(EarlyTerminationPolicy.EvaluationInterval)}", report);
        CheckInterval(policy.DelayEvaluation, $"{place}.{nameof(EarlyTerminationPolicy.DelayEvaluation)}", report);
        switch (policy)
        {
            case BanditPolicy bandit:
                CheckSlack(bandit.SlackFactor, $"{place}.{nameof(BanditPolicy.SlackFactor)}", report);
                CheckSlack(bandit.SlackAmount, $"{place}.{nameof(BanditPolicy.SlackAmount)}", report);
                if (bandit.SlackFactor is > 0 == bandit.SlackAmount is > 0)
                {
                    report.Add(PolicyWithoutSlack, place, bandit.SlackFactor is > 0 ? "The policy has two slacks, and the service uses one." : "The policy has no slack: it stops every trial that is not the best.", "Give one of SlackFactor and SlackAmount.");
                }

                break;
            case TruncationSelectionPolicy { TruncationPercentage: not (>= 1 and <= 99) } truncation:
                report.Add(PolicyPercentage, $"{place}.{nameof(TruncationSelectionPolicy.TruncationPercentage)}", $"The share of trials to stop is {truncation.TruncationPercentage?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not given"}.", "Give a whole number of percent from 1 to 99.");
                break;
            case UnknownEarlyTerminationPolicy unknown:
                report.Add(SearchWordUnknown, place, $"The policy {Shown.Value(unknown.Type)} is not known.{report.DidYouMean(unknown.Type, ["Bandit", "MedianStopping", "TruncationSelection"])}", "Use a BanditPolicy, a MedianStoppingPolicy or a TruncationSelectionPolicy.");
                break;
        }
    }

    private static void CheckInterval(int? interval, string place, JobReport report)
    {
        if (interval < 0)
        {
            report.Add(PolicyInterval, place, $"The number of intervals is {interval}.", "Give 0 or more.");
        }
    }

    private static void CheckSlack(double? slack, string place, JobReport report)
    {
        if (slack < 0)
        {
            report.Add(PolicySlack, place, $"The slack is {slack.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}.", "Give 0 or more.");
        }
    }
}
