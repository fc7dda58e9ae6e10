namespace ServerlessCompute;

/// <summary>The tables of what a sweep searches and how.</summary>
internal static class SearchTables
{
    private const string ServiceSweep = "Sweep";

    public static ValueForm<SearchSpace> Space { get; } = new SearchSpaceForm();

    public static ValueForm<ValueMap<SearchSpace>> Spaces { get; } = new MapForm<SearchSpace>(Space);

    public static ValueForm<Goal> Goal { get; } = new WordForm<Goal>(stepAsRest: false);

    public static ValueForm<SweepObjective> Objective { get; } = new Shape<SweepObjective>(new SweepObjective())
        .Add("goal", Goal, o => o.Goal, (o, v) => o with { Goal = v }, required: true)
        .Add("primaryMetric", Forms.Text, o => o.PrimaryMetric, (o, v) => o with { PrimaryMetric = v }, required: true);

    public static ValueForm<SweepJobLimits> Limits { get; } = new Shape<SweepJobLimits>(new SweepJobLimits())
        .Add("maxTotalTrials", Forms.Integer, l => l.MaxTotalTrials, (l, v) => l with { MaxTotalTrials = v }, required: true)
        .Add("maxConcurrentTrials", Forms.Integer, l => l.MaxConcurrentTrials, (l, v) => l with { MaxConcurrentTrials = v })
        .Add("timeout", Forms.Seconds, l => l.Timeout, (l, v) => l with { Timeout = v })
        .Add("trialTimeout", Forms.Seconds, l => l.TrialTimeout, (l, v) => l with { TrialTimeout = v })
        .AddConstant(MemberNames.RestOnly("jobLimitsType"), ServiceSweep)
        .WithMend((limits, reader) => TimeoutMend.AtLeastAMinute(TimeoutMend.AtLeastAMinute(limits, "timeout", reader), "trial_timeout", reader));

    public static ValueForm<SamplingAlgorithm> Sampling { get; } = new SamplingForm(
        new UnionForm<SamplingAlgorithm>(
                new MemberNames("samplingAlgorithmType", "type", "type"),
                new UnknownForm<SamplingAlgorithm>(word => new UnknownSamplingAlgorithm(word), algorithm => algorithm.Kind))
            .Add(
                "Random",
                new Shape<RandomSampling>(new())
                    .Add("rule", new WordForm<RandomSamplingRule>(stepAsRest: false), s => s.Rule, (s, v) => s with { Rule = v })
                    .Add("seed", Forms.Integer, s => s.Seed, (s, v) => s with { Seed = v })
                    .Add("logbase", Forms.NumberText, s => s.Logbase, (s, v) => s with { Logbase = v }),
                step: "random")
            .Add("Grid", new Shape<GridSampling>(new()), step: "grid")
            .Add("Bayesian", new Shape<BayesianSampling>(new()), step: "bayesian"));

    public static ValueForm<EarlyTerminationPolicy> EarlyTermination { get; } = Policies("policy_type", word => null);

    /// <summary>As steps of AutoML spell it: as YAML does.</summary>
    public static ValueForm<EarlyTerminationPolicy> EarlyTerminationAsInYaml { get; } = Policies("type", MemberNames.Snake);

    private static UnionForm<EarlyTerminationPolicy> Policies(string stepKey, Func<string, string?> stepWord) =>
        new UnionForm<EarlyTerminationPolicy>(
                new MemberNames("policyType", stepKey, "type"),
                new UnknownForm<EarlyTerminationPolicy>(word => new UnknownEarlyTerminationPolicy(word), policy => policy.Kind))
            .Add(
                "Bandit",
                WithIntervals(new Shape<BanditPolicy>(new()))
                    .Add("slackFactor", Forms.Number, p => p.SlackFactor, (p, v) => p with { SlackFactor = v })
                    .Add("slackAmount", Forms.Number, p => p.SlackAmount, (p, v) => p with { SlackAmount = v })
                    .AllowNull("slack_factor", "slack_amount"),
                stepWord("Bandit"))
            .Add("MedianStopping", WithIntervals(new Shape<MedianStoppingPolicy>(new(), new() { EvaluationInterval = null })), stepWord("MedianStopping"))
            .Add(
                "TruncationSelection",
                WithIntervals(new Shape<TruncationSelectionPolicy>(new()))
                    .Add("truncationPercentage", Forms.Integer, p => p.TruncationPercentage, (p, v) => p with { TruncationPercentage = v }, required: true),
                stepWord("TruncationSelection"));

    private static Shape<T> WithIntervals<T>(Shape<T> shape)
        where T : EarlyTerminationPolicy => shape
            .Add("delayEvaluation", Forms.Integer, p => p.DelayEvaluation, (p, v) => p with { DelayEvaluation = v })
            .Add("evaluationInterval", Forms.Integer, p => p.EvaluationInterval, (p, v) => p with { EvaluationInterval = v })
            .AllowNull("delay_evaluation", "evaluation_interval");
}
