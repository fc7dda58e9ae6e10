namespace ServerlessCompute;

/// <summary>Takes a job of any kind apart into what asks for machines of its own.</summary>
internal static class WorkUnits
{
    private const string Serverless = "serverless";

    public static IReadOnlyList<WorkUnit> Of(Job job) => job switch
    {
        CommandJob command => [Of("command", command)],
        SweepJob sweep => [Of("trial", sweep)],
        AutoMlJob automl => [Of("trial", automl)],
        SparkJob spark => [Of("spark", spark)],
        FineTuningJob tuning => [Of("fine-tuning", tuning)],
        PipelineJob pipeline => [.. Of(pipeline.Steps, Named(pipeline.Settings?.DefaultCompute) ?? Named(pipeline.Compute), "")],
        _ => [new WorkUnit(job.JobType.ToString()) { IsUnknown = true }],
    };

    private static WorkUnit Of(string name, CommandJob job) => new(name)
    {
        InstanceType = job.Resources?.InstanceType,
        Nodes = job.Resources?.InstanceCount ?? 1,
        Tier = job.QueueSettings?.JobTier ?? default,
        Limit = job.Limits?.Timeout,
        Compute = Named(job.Compute),
    };

    private static WorkUnit Of(string name, SweepJob job) => new(name)
    {
        InstanceType = job.Trial.Resources?.InstanceType,
        Nodes = job.Trial.Resources?.InstanceCount ?? 1,
        Tier = job.QueueSettings?.JobTier ?? default,
        Times = job.Limits?.MaxTotalTrials,
        AtOnce = Math.Min(job.Limits?.MaxConcurrentTrials ?? job.Limits?.MaxTotalTrials ?? 1, job.Limits?.MaxTotalTrials ?? int.MaxValue),
        Limit = job.Limits?.TrialTimeout,
        TotalLimit = job.Limits?.Timeout,
        Compute = Named(job.Compute),
    };

    /// <summary>The nodes follow from the trials at once and the nodes allowed, as the service answers when none are asked for.</summary>
    private static WorkUnit Of(string name, AutoMlJob job)
    {
        (int? trials, int? atOnce, int? nodes, TimeSpan? timeout, TimeSpan? trialTimeout) = Limits(job);
        int concurrent = Math.Max(1, Math.Max(atOnce ?? 1, nodes ?? 1));
        return new(name)
        {
            InstanceType = job.Resources?.InstanceType,
            Nodes = 1,
            Tier = job.QueueSettings?.JobTier ?? default,
            Times = trials,
            AtOnce = Math.Min(job.Resources?.InstanceCount ?? concurrent, Math.Max(1, trials ?? int.MaxValue)),
            Limit = trialTimeout,
            TotalLimit = timeout,
            WantsGpu = job is AutoMlImageJob or AutoMlTextJob,
            Compute = Named(job.Compute),
        };
    }

    private static (int? Trials, int? AtOnce, int? Nodes, TimeSpan? Timeout, TimeSpan? TrialTimeout) Limits(AutoMlJob job) => job switch
    {
        AutoMlTabularJob { Limits: var limits } => (limits?.MaxTrials ?? 1000, limits?.MaxConcurrentTrials, limits?.MaxNodes, limits?.Timeout ?? TimeSpan.FromHours(6), limits?.TrialTimeout ?? TimeSpan.FromMinutes(30)),
        AutoMlImageJob { Limits: var limits } => (limits?.MaxTrials ?? 1, limits?.MaxConcurrentTrials, null, limits?.Timeout ?? TimeSpan.FromDays(7), null),
        AutoMlTextJob { Limits: var limits } => (limits?.MaxTrials ?? 1, limits?.MaxConcurrentTrials, limits?.MaxNodes, limits?.Timeout ?? TimeSpan.FromDays(7), limits?.TrialTimeout),
        _ => (1, 1, 1, null, null),
    };

    private static WorkUnit Of(string name, SparkJob job) => new(name)
    {
        InstanceType = job.Resources?.InstanceType,
        Nodes = 1 + (job.Conf.TryGetValue("spark.executor.instances", out SparkSetting? executors) && int.TryParse(executors.ToString(), System.Globalization.CultureInfo.InvariantCulture, out int count) ? count : 1),
        Tier = job.QueueSettings?.JobTier ?? default,
        Compute = Named(job.Compute),
    };

    private static WorkUnit Of(string name, FineTuningJob job) => new(name)
    {
        InstanceType = job.Resources?.InstanceTypes is [var first, ..] ? first : null,
        Tier = job.QueueSettings?.JobTier ?? default,
        WantsGpu = true,
        Compute = Named(job.Compute),
    };

    /// <summary>A step of control flow runs another step again; how often, nobody can say but for a bounded loop.</summary>
    private static IEnumerable<WorkUnit> Of(ValueMap<PipelineStep> steps, string? defaultCompute, string prefix)
    {
        var repeats = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach ((_, PipelineStep step) in steps)
        {
            if (step is DoWhileStep { Body: { } looped } loop)
            {
                repeats[BodyName(looped)] = loop.Limits?.MaxIterationCount;
            }
            else if (step is ParallelForStep { Body: { } spread })
            {
                repeats[BodyName(spread)] = null;
            }
        }

        foreach ((string name, PipelineStep step) in steps)
        {
            foreach (WorkUnit unit in Of(prefix + name, step, defaultCompute))
            {
                yield return repeats.TryGetValue(name, out int? times) ? unit with { Times = unit.Times * times } : unit;
            }
        }
    }

    private static IEnumerable<WorkUnit> Of(string name, PipelineStep step, string? defaultCompute)
    {
        switch (step)
        {
            case CommandStep command:
                ResourceConfiguration? resources = command.Resources ?? (command.Component?.Definition as CommandComponent)?.Resources;
                yield return new WorkUnit(name)
                {
                    InstanceType = resources?.InstanceType,
                    Nodes = resources?.InstanceCount ?? 1,
                    Tier = command.QueueSettings?.JobTier ?? default,
                    Limit = command.Limits?.Timeout,
                    Compute = Compute(command, defaultCompute),
                };
                break;
            case SweepStep sweep:
                yield return new WorkUnit(name)
                {
                    InstanceType = sweep.Resources?.InstanceType,
                    Nodes = sweep.Resources?.InstanceCount ?? 1,
                    Tier = sweep.QueueSettings?.JobTier ?? default,
                    Times = sweep.Limits?.MaxTotalTrials,
                    AtOnce = sweep.Limits?.MaxConcurrentTrials ?? sweep.Limits?.MaxTotalTrials ?? 1,
                    Limit = sweep.Limits?.TrialTimeout,
                    TotalLimit = sweep.Limits?.Timeout,
                    Compute = Compute(sweep, defaultCompute),
                };
                break;
            case ParallelStep parallel:
                yield return new WorkUnit(name)
                {
                    InstanceType = parallel.Resources?.InstanceType,
                    Nodes = parallel.Resources?.InstanceCount ?? 1,
                    Compute = Compute(parallel, defaultCompute),
                };
                break;
            case SubPipelineStep { Component.Definition: PipelineComponent nested } sub:
                foreach (WorkUnit unit in Of(nested.Steps, Compute(sub, defaultCompute), $"{name}."))
                {
                    yield return unit;
                }

                break;
            case ComponentStep other:
                yield return new WorkUnit(name) { Compute = Compute(other, defaultCompute), IsUnknown = true };
                break;
            case InlineJobStep inline:
                foreach (WorkUnit unit in Of(inline.Job))
                {
                    yield return unit with { Name = name, Compute = unit.Compute ?? defaultCompute };
                }

                break;
            case DoWhileStep or ParallelForStep or IfElseStep:
                break;
            default:
                yield return new WorkUnit(name) { IsUnknown = true, Compute = defaultCompute };
                break;
        }
    }

    private static string? Compute(ComponentStep step, string? defaultCompute) => string.IsNullOrWhiteSpace(step.Compute) ? defaultCompute : Named(step.Compute);

    private static string BodyName(string body) => body.Replace("${{parent.jobs.", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal).Trim();

    /// <summary>The name of a compute that is not serverless; null for serverless.</summary>
    private static string? Named(string? compute)
    {
        if (compute is null)
        {
            return null;
        }

        string name = compute[(compute.LastIndexOfAny(['/', ':']) + 1)..];
        return name.Length == 0 || name.Equals(Serverless, StringComparison.OrdinalIgnoreCase) ? null : name;
    }
}
