namespace ServerlessCompute;

/// <summary>What a step says of machines, variables, time and identity: checked as at a job of its kind.</summary>
internal static class StepMachineRules
{
    private static readonly Action<CommandView, JobReport>[] _commandRules = [VariableRules.Check, ResourceRules.Check, QueueRules.Check, LimitRules.Check, DistributionRules.Check];

    private static readonly Action<Job, JobReport>[] _jobRules = [TagRules.Check, IdentityRules.Check, ServiceRules.Check, ComputeRules.Check];

    public static void Check(ComponentStep step, PipelineView view, JobReport report)
    {
        string? compute = PipelineReference.In(step.Compute).Any() ? null : step.Compute;
        CommandJob said = AsJob(step) with { Tags = step.Tags, Properties = step.Properties, Compute = compute ?? view.Compute };
        var asCommand = new CommandView(said);
        foreach (Action<CommandView, JobReport> rule in _commandRules)
        {
            rule(asCommand, report);
        }

        foreach (Action<Job, JobReport> rule in _jobRules)
        {
            rule(said with { Compute = compute }, report);
        }

        if (step is SweepStep sweep)
        {
            CheckSweep(sweep, compute ?? view.Compute, report);
        }
    }

    private static CommandJob AsJob(ComponentStep step) => step switch
    {
        CommandStep command => new()
        {
            EnvironmentVariables = command.EnvironmentVariables,
            Resources = command.Resources,
            QueueSettings = command.QueueSettings,
            Limits = command.Limits,
            Distribution = command.Distribution,
            Identity = command.Identity,
            Services = command.Services,
        },
        ParallelStep parallel => new() { EnvironmentVariables = parallel.EnvironmentVariables, Resources = parallel.Resources, Identity = parallel.Identity },
        SparkStep spark => new() { Identity = spark.Identity },
        SweepStep sweep => new() { Identity = sweep.Identity },
        _ => new(),
    };

    /// <summary>What is searched, how, and for how long. The trial's own text is its component's, which is checked with it.</summary>
    private static void CheckSweep(SweepStep step, string? compute, JobReport report)
    {
        var trial = step.Component?.Definition as CommandComponent;
        string text = trial?.Command ?? string.Join(' ', (step.SearchSpace ?? ValueMap<SearchSpace>.Empty).Keys.Select(name => $"${{{{inputs.{name}}}}}"));
        foreach (string name in (step.SearchSpace ?? ValueMap<SearchSpace>.Empty).Keys)
        {
            text = text.Replace($"${{{{inputs.{name}}}}}", $"${{{{search_space.{name}}}}}", StringComparison.Ordinal);
        }

        SweepRules.CheckSearch(
            new SweepJob
            {
                Trial = new SweepTrial { Command = text, Resources = step.Resources },
                SearchSpace = step.SearchSpace!,
                SamplingAlgorithm = step.SamplingAlgorithm,
                Objective = step.Objective,
                Limits = step.Limits,
                EarlyTermination = step.EarlyTermination,
                QueueSettings = step.QueueSettings,
                Compute = compute,
            },
            report);
    }
}
