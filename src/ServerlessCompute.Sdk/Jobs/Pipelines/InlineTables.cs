namespace ServerlessCompute;

/// <summary>The tables by which jobs become steps.</summary>
internal static class InlineTables
{
    public static InlineTable<CommandJob, CommandComponent, CommandStep> Command { get; } =
        Common(new InlineTable<CommandJob, CommandComponent, CommandStep>(new CommandComponent(), new CommandStep()))
            .ToComponent(nameof(CommandJob.Command), (j, c, _) => c with { Command = j.Command.Text, MadeOf = j })
            .ToComponent(nameof(CommandJob.Code), (j, c, _) => c with { Code = j.Code })
            .ToComponent(nameof(CommandJob.Environment), (j, c, _) => c with { Environment = j.Environment })
            .ToBoth(nameof(CommandJob.Inputs), (j, c, scope) => c with { Inputs = scope.ToComponent(j.AllInputs) }, (j, s) => s with { Inputs = BindingScope.ToStep(j.AllInputs) })
            .ToBoth(nameof(CommandJob.Outputs), (j, c, scope) => c with { Outputs = scope.ToComponent(j.AllOutputs) }, (j, s) => s with { Outputs = BindingScope.ToStep(j.AllOutputs) })

            // Settings of the machines' own are the step's alone. A step takes its distribution from its component.
            .ToBoth(nameof(CommandJob.Resources), (j, c, _) => c with { Resources = Plain(j.Resources) }, (j, s) => s with { Resources = j.Resources })
            .ToComponent(nameof(CommandJob.Distribution), (j, c, _) => c with { Distribution = j.Distribution })
            .ToStep(nameof(CommandJob.EnvironmentVariables), (j, s) => s with { EnvironmentVariables = j.EnvironmentVariables })
            .ToStep(nameof(CommandJob.QueueSettings), (j, s) => s with { QueueSettings = j.QueueSettings })
            .ToStep(nameof(CommandJob.Limits), (j, s) => s with { Limits = j.Limits })
            .ToStep(nameof(Job.Services), (j, s) => s with { Services = j.Services })
            .ToStep(nameof(Job.Identity), (j, s) => s with { Identity = j.Identity });

    public static InlineTable<SweepJob, CommandComponent, SweepStep> Sweep { get; } =
        Common(new InlineTable<SweepJob, CommandComponent, SweepStep>(new CommandComponent(), new SweepStep()))
            .ToComponent($"{nameof(SweepJob.Trial)}.{nameof(SweepTrial.Command)}", (j, c, _) => c with { Command = j.Trial.Command.Text.Replace("${{search_space.", "${{inputs.", StringComparison.Ordinal), MadeOf = j })
            .ToComponent($"{nameof(SweepJob.Trial)}.{nameof(SweepTrial.Code)}", (j, c, _) => c with { Code = j.Trial.Code })
            .ToComponent($"{nameof(SweepJob.Trial)}.{nameof(SweepTrial.Environment)}", (j, c, _) => c with { Environment = j.Trial.Environment })
            .ToComponent($"{nameof(SweepJob.Trial)}.{nameof(SweepTrial.Distribution)}", (j, c, _) => c with { Distribution = j.Trial.Distribution })
            .ToBoth($"{nameof(SweepJob.Trial)}.{nameof(SweepTrial.Resources)}", (j, c, _) => c with { Resources = Plain(j.Trial.Resources) }, (j, s) => s with { Resources = j.Trial.Resources })
            .ToStep($"{nameof(SweepJob.Trial)}.{nameof(JobPart.AdditionalProperties)}", (j, s) => s with { AdditionalProperties = j.Trial.AdditionalProperties })
            .Refuse($"{nameof(SweepJob.Trial)}.{nameof(SweepTrial.EnvironmentVariables)}", j => j.Trial.EnvironmentVariables.Count > 0)
            .ToBoth(nameof(SweepJob.Inputs), (j, c, scope) => c with { Inputs = scope.ToComponent(j.AllInputs) }, (j, s) => s with { Inputs = BindingScope.ToStep(j.AllInputs) })
            .ToBoth(nameof(SweepJob.Outputs), (j, c, scope) => c with { Outputs = scope.ToComponent(j.AllOutputs) }, (j, s) => s with { Outputs = BindingScope.ToStep(j.AllOutputs) })

            // Each hyperparameter is an input of the trial, behind those of the job.
            .ToBoth(nameof(SweepJob.SearchSpace), (j, c, _) => c with { Inputs = Hyperparameters(c.Inputs, j.AllSearchSpaces) }, (j, s) => s with { SearchSpace = j.AllSearchSpaces })
            .ToStep(nameof(SweepJob.SamplingAlgorithm), (j, s) => s with { SamplingAlgorithm = j.SamplingAlgorithm })
            .ToStep(nameof(SweepJob.Objective), (j, s) => s with { Objective = j.Objective })
            .ToStep(nameof(SweepJob.Limits), (j, s) => s with { Limits = j.Limits })
            .ToStep(nameof(SweepJob.EarlyTermination), (j, s) => s with { EarlyTermination = j.EarlyTermination })
            .ToStep(nameof(SweepJob.QueueSettings), (j, s) => s with { QueueSettings = j.QueueSettings })
            .ToStep(nameof(Job.Identity), (j, s) => s with { Identity = j.Identity })
            .Refuse(nameof(Job.Services), j => j.Services.Count > 0);

    public static InlineTable<SparkJob, SparkComponent, SparkStep> Spark { get; } =
        Common(new InlineTable<SparkJob, SparkComponent, SparkStep>(new SparkComponent(), new SparkStep()))
            .ToComponent(nameof(SparkJob.Entry), (j, c, _) => c with { Entry = j.Entry })
            .ToComponent(nameof(SparkJob.Code), (j, c, _) => c with { Code = j.Code })
            .ToComponent(nameof(SparkJob.Args), (j, c, _) => c with { Args = j.Args.Text.Length == 0 ? null : j.Args.Text, MadeOf = j })
            .ToComponent(nameof(SparkJob.Conf), (j, c, _) => c with { Conf = SparkConf.Settled(j.Conf) })
            .ToComponent(nameof(SparkJob.PyFiles), (j, c, _) => c with { PyFiles = j.PyFiles })
            .ToComponent(nameof(SparkJob.Jars), (j, c, _) => c with { Jars = j.Jars })
            .ToComponent(nameof(SparkJob.Files), (j, c, _) => c with { Files = j.Files })
            .ToComponent(nameof(SparkJob.Archives), (j, c, _) => c with { Archives = j.Archives })
            .ToComponent(nameof(SparkJob.Environment), (j, c, _) => c with { Environment = j.Environment })
            .ToBoth(nameof(SparkJob.Inputs), (j, c, scope) => c with { Inputs = scope.ToComponent(j.AllInputs) }, (j, s) => s with { Inputs = BindingScope.ToStep(j.AllInputs) })
            .ToBoth(nameof(SparkJob.Outputs), (j, c, scope) => c with { Outputs = scope.ToComponent(j.AllOutputs) }, (j, s) => s with { Outputs = BindingScope.ToStep(j.AllOutputs) })
            .ToStep(nameof(SparkJob.Resources), (j, s) => s with { Resources = j.Resources })
            .ToStep(nameof(Job.Identity), (j, s) => s with { Identity = j.Identity })
            .Refuse(nameof(SparkJob.EnvironmentVariables), j => j.EnvironmentVariables.Count > 0)
            .Refuse(nameof(SparkJob.QueueSettings), j => j.QueueSettings is not null)
            .Refuse(nameof(Job.Services), j => j.Services.Count > 0);

    public static InlineTable<PipelineJob, PipelineComponent, SubPipelineStep> Pipeline { get; } =
        Common(new InlineTable<PipelineJob, PipelineComponent, SubPipelineStep>(new PipelineComponent(), new SubPipelineStep()))
            .Refuse(nameof(PipelineJob.Component), j => j.Component is not null)
            .ToComponent(nameof(PipelineJob.Steps), (j, c, _) => c with { Steps = j.Steps })
            .ToComponent(nameof(PipelineJob.Settings), (j, c, _) => c with { Settings = j.Settings })
            .ToBoth(nameof(PipelineJob.Inputs), (j, c, scope) => c with { Inputs = scope.ToComponent(j.Inputs) }, (j, s) => s with { Inputs = BindingScope.ToStep(j.Inputs) })
            .ToBoth(nameof(PipelineJob.Outputs), (j, c, scope) => c with { Outputs = scope.ToComponent(j.Outputs) }, (j, s) => s with { Outputs = BindingScope.ToStep(j.Outputs) })
            .Refuse(nameof(Job.Services), j => j.Services.Count > 0)
            .Refuse(nameof(Job.Identity), j => j.Identity is not null);

    /// <summary>What every kind of job has.</summary>
    private static InlineTable<TJob, TComponent, TStep> Common<TJob, TComponent, TStep>(InlineTable<TJob, TComponent, TStep> table)
        where TJob : Job
        where TComponent : Component
        where TStep : ComponentStep => table
            .ToComponent(nameof(Job.Description), (j, c, _) => c with { Description = j.Description })
            .ToStep(nameof(Job.DisplayName), (j, s) => s with { DisplayName = j.DisplayName })
            .ToBoth(nameof(Job.Tags), (j, c, _) => c with { Tags = j.Tags }, (j, s) => s with { Tags = j.Tags })
            .ToStep(nameof(Job.Properties), (j, s) => s with { Properties = j.Properties })
            .ToStep(nameof(Job.Compute), (j, s) => s with { Compute = j.Compute })
            .ToStep(nameof(JobPart.AdditionalProperties), (j, s) => s with { AdditionalProperties = j.AdditionalProperties })
            .Ignore(nameof(Job.Name), nameof(Job.ExperimentName), nameof(Job.Status), nameof(Job.Id), nameof(Job.SystemData))
            .Refuse(nameof(Job.NotificationSettings), j => j.NotificationSettings is not null)
            .Refuse(nameof(Job.ComponentId), j => j.ComponentId is not null)
            .Refuse(nameof(Job.IsArchived), j => j.IsArchived);

    private static ResourceConfiguration? Plain(ResourceConfiguration? resources) =>
        resources is null || resources.Properties.Count == 0 ? resources : resources with { Properties = ValueMap<RawJson>.Empty };

    private static ValueMap<ComponentInput> Hyperparameters(ValueMap<ComponentInput> inputs, ValueMap<SearchSpace> spaces) =>
        ValueMap.From(inputs.Concat(spaces.Where(space => !inputs.ContainsKey(space.Key)).Select(space => KeyValuePair.Create(space.Key, new ComponentInput { Type = TypeOf(space.Value) }))));

    private static PortType TypeOf(SearchSpace space) => space switch
    {
        ChoiceSearchSpace { Values: [{ Constant: var first }, ..] } => first.Text is not null ? PortType.String : first.IsFlag ? PortType.Boolean : first.IsWhole ? PortType.Integer : PortType.Number,
        ChoiceSearchSpace => PortType.String,
        RandintSearchSpace => PortType.Integer,
        _ => PortType.Number,
    };
}
