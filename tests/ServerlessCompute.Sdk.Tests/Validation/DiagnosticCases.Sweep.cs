namespace ServerlessCompute;

/// <content>What can be wrong with a sweep.</content>
internal static partial class DiagnosticCases
{
    private static List<DiagnosticCase> SweepCases()
    {
        var lr = Search.Uniform(0.01, 0.1);
        SweepJob sweep = Sweep.Over(Command.Run($"python train.py --lr {lr}").WithEnvironment("sklearn-1.5@latest")).Maximize("accuracy").WithLimits(maxTotalTrials: 20);
        return
        [
            DiagnosticCase.Of("SC1201", "Trial.Command", sweep.WithTrial(sweep.Trial with { Command = $"python train.py --lr {lr} --trees ${{{{search_space.trees}}}}" })),
            DiagnosticCase.Of("SC0112", "Trial.Command", sweep.WithTrial(sweep.Trial with { Command = $"python train.py --lr {lr} --trees ${{{{search_space}}}}" })),
            DiagnosticCase.Of("SC0401", "Trial.Environment", sweep.WithTrial(sweep.Trial with { Environment = null })),
            DiagnosticCase.Of("SC0501", "Trial.Resources.InstanceCount", sweep.WithResources("Standard_DS3_v2", 0)),
            DiagnosticCase.Of("SC0107", "Trial.Command", sweep.WithTrial(sweep.Trial with { Command = $"python train.py --lr {lr} --other {Search.Randint(3).Named("lr")}" })),
            DiagnosticCase.Of("SC0001", "Trial", sweep with { Trial = null! }),
            DiagnosticCase.Of("SC0001", "SamplingAlgorithm", sweep with { SamplingAlgorithm = null! }),
            DiagnosticCase.Of("SC1202", "SearchSpace[\"trees\"]", sweep.AddSearchSpace("trees", Search.Choice(50, 100))),
            DiagnosticCase.Of("SC1203", "SearchSpace", sweep.WithTrial(sweep.Trial with { Command = "python train.py" })),
            DiagnosticCase.Of("SC1204", "SearchSpace[\"lr\"]", sweep.AddSearchSpace("lr", Search.Uniform(0.1, 0.01))),
            DiagnosticCase.Of("SC1204", "SearchSpace[\"lr\"].Values", sweep.AddSearchSpace("lr", Search.Choice())),
            DiagnosticCase.Of("SC1204", "SearchSpace[\"lr\"].Upper", sweep.AddSearchSpace("lr", Search.Randint(0))),
            DiagnosticCase.Of("SC1204", "SearchSpace[\"lr\"].Q", sweep.AddSearchSpace("lr", Search.QUniform(1, 2, 0))),
            DiagnosticCase.Of("SC1204", "SearchSpace[\"lr\"].Sigma", sweep.AddSearchSpace("lr", Search.QNormal(1, -2, 1))),
            DiagnosticCase.Of("SC1205", "SearchSpace[\"lr\"]", sweep.AddSearchSpace("lr", Search.LogUniform(0.001, 0.1))),
            DiagnosticCase.Of("SC1206", "SearchSpace[\"lr\"]", sweep.WithSampling(Sampling.Grid)),
            DiagnosticCase.Of("SC1207", "SearchSpace[\"lr\"]", sweep.WithSampling(Sampling.Bayesian).AddSearchSpace("lr", Search.LogUniformBetween(1e-4, 1e-1))),
            DiagnosticCase.Of("SC1208", "EarlyTermination", sweep.WithSampling(Sampling.Bayesian).WithEarlyTermination(new MedianStoppingPolicy { EvaluationInterval = 2 })),
            DiagnosticCase.Of("SC1209", "Objective", sweep.WithObjective(null)),
            DiagnosticCase.Of("SC1209", "Objective", sweep.Maximize(" ")),
            DiagnosticCase.Of("SC1210", "Objective.Goal", sweep.WithObjective(new SweepObjective { Goal = "maximum", PrimaryMetric = "accuracy" })),
            DiagnosticCase.Of("SC1211", "Limits.MaxTotalTrials", sweep.WithLimits(maxTotalTrials: 0)),
            DiagnosticCase.Of("SC1211", "Limits.MaxConcurrentTrials", sweep.WithLimits(maxTotalTrials: 4, maxConcurrentTrials: 0)),
            DiagnosticCase.Of("SC1212", "Limits.MaxTotalTrials", sweep.WithLimits(null)),
            DiagnosticCase.Of("SC1213", "Limits.MaxConcurrentTrials", sweep.WithLimits(maxTotalTrials: 4, maxConcurrentTrials: 8)),
            DiagnosticCase.Of("SC1214", "Limits.TrialTimeout", sweep.WithLimits(maxTotalTrials: 4, timeout: TimeSpan.FromHours(1), trialTimeout: TimeSpan.FromHours(2))),
            DiagnosticCase.Of("SC0521", "Limits.Timeout", sweep.WithLimits(maxTotalTrials: 4, timeout: TimeSpan.Zero)),
            DiagnosticCase.Of("SC0522", "Limits.TrialTimeout", sweep.WithLimits(maxTotalTrials: 4, trialTimeout: TimeSpan.FromSeconds(0.5))),
            DiagnosticCase.Of("SC1215", "EarlyTermination.DelayEvaluation", sweep.WithEarlyTermination(new MedianStoppingPolicy { DelayEvaluation = -1 })),
            DiagnosticCase.Of("SC1216", "EarlyTermination.SlackAmount", sweep.WithEarlyTermination(new BanditPolicy { SlackFactor = 0.1, SlackAmount = -1 })),
            DiagnosticCase.Of("SC1217", "EarlyTermination", sweep.WithEarlyTermination(new BanditPolicy())),
            DiagnosticCase.Of("SC1217", "EarlyTermination", sweep.WithEarlyTermination(new BanditPolicy { SlackFactor = 0.1, SlackAmount = 0.1 })),
            DiagnosticCase.Of("SC1218", "EarlyTermination.TruncationPercentage", sweep.WithEarlyTermination(new TruncationSelectionPolicy { TruncationPercentage = 100 })),
            DiagnosticCase.Of("SC1219", "EarlyTermination", sweep.WithEarlyTermination(new UnknownEarlyTerminationPolicy("Bandits"))),
            DiagnosticCase.Of("SC1219", "SamplingAlgorithm", sweep.WithSampling(new UnknownSamplingAlgorithm("Grids"))),
            DiagnosticCase.Of("SC1219", "SearchSpace[\"lr\"]", sweep.AddSearchSpace("lr", new UnknownSearchSpace("log"))),
            DiagnosticCase.Of("SC1220", "SearchSpace[\"learning-rate\"]", sweep.WithTrial(sweep.Trial with { Command = "python train.py --lr ${{search_space.learning-rate}}" }).AddSearchSpace("learning-rate", lr)),
        ];
    }
}
