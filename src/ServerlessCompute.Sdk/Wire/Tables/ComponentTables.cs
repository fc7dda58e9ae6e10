namespace ServerlessCompute;

/// <summary>The tables of components. Their specifications are what REST leaves open; YAML is nearly the same.</summary>
internal static class ComponentTables
{
    private static readonly Shape<ComponentInput> _input = new Shape<ComponentInput>(new ComponentInput())
        .Add(MemberNames.NotRest("type"), new WordForm<PortType>(word => word), i => i.Type, (i, v) => i with { Type = v }, required: true)
        .Add(MemberNames.NotRest("description"), Forms.Text, i => i.Description, (i, v) => i with { Description = v })
        .Add(MemberNames.NotRest("optional"), new TrueForm(), i => i.Optional, (i, v) => i with { Optional = v })
        .Add(MemberNames.NotRest("default"), new LiteralForm(), i => i.Default, (i, v) => i with { Default = v })
        .Add(MemberNames.NotRest("min"), new LiteralForm(), i => i.Min, (i, v) => i with { Min = v })
        .Add(MemberNames.NotRest("max"), new LiteralForm(), i => i.Max, (i, v) => i with { Max = v })
        .Add(MemberNames.NotRest("enum"), Forms.TextList, i => i.Enum, (i, v) => i with { Enum = v })
        .Add(MemberNames.NotRest("mode"), Mode<InputMode>(), i => i.Mode, (i, v) => i with { Mode = v });

    private static readonly Shape<ComponentOutput> _output = new Shape<ComponentOutput>(new ComponentOutput())
        .Add(MemberNames.NotRest("type"), new WordForm<PortType>(word => word), o => o.Type, (o, v) => o with { Type = v }, required: true)
        .Add(MemberNames.NotRest("description"), Forms.Text, o => o.Description, (o, v) => o with { Description = v })
        .Add(MemberNames.NotRest("mode"), Mode<OutputMode>(), o => o.Mode, (o, v) => o with { Mode = v })
        .Add(MemberNames.NotRest("early_available"), new TrueForm(), o => o.EarlyAvailable, (o, v) => o with { EarlyAvailable = v })
        .Ignore("is_control");

    public static ValueForm<ValueMap<ComponentInput>> Inputs { get; } = new MapForm<ComponentInput>(new ComponentInputForm(_input));

    public static ValueForm<ValueMap<ComponentOutput>> Outputs { get; } = new MapForm<ComponentOutput>(_output);

    /// <summary>The components, by their kind; one that does not say it is a command.</summary>
    public static ValueForm<Component> Component { get; } = new ComponentForm(
        new UnionForm<Component>(
                MemberNames.NotRest("type"),
                new UnknownForm<Component>(word => new UnknownComponent(word), component => component.Kind),
                defaultWord: "command")
            .Add("command", Command())
            .Add("parallel", Parallel())
            .Add("pipeline", Pipeline())
            .Add("sweep", Sweep())
            .Add("spark", Spark())
            .Add("automl", Common(new Shape<AutoMlComponent>(new()).Add(MemberNames.NotRest("task"), Forms.Text, c => c.Task, (c, v) => c with { Task = v })))
            .Add("data_transfer", DataTransfer()));

    /// <summary>A mode in YAML's words; one that they do not have is kept, since components know more.</summary>
    private static WordForm<T> Mode<T>()
        where T : struct, IOpenEnum<T> => new(DataTables.Spell, isClosed: false, stepAsRest: false);

    private static Shape<CommandComponent> Command() => Common(new Shape<CommandComponent>(new()))
        .Add(MemberNames.NotRest("command"), Forms.Text, c => c.Command, (c, v) => c with { Command = v }, required: true)
        .Add(MemberNames.NotRest("code"), SpecTables.Code, c => c.Code, (c, v) => c with { Code = v })
        .Add(MemberNames.NotRest("additional_includes"), Forms.Paths, c => c.AdditionalIncludes, (c, v) => c with { AdditionalIncludes = v })
        .Add(MemberNames.NotRest("environment"), SpecTables.Environment, c => c.Environment, (c, v) => c with { Environment = v }, required: true)
        .Add(MemberNames.NotRest("resources"), ComputeTables.ResourcesOfComponent, c => c.Resources, (c, v) => c with { Resources = v })
        .Add(MemberNames.NotRest("distribution"), new SpecForm<Distribution>(DistributionTables.Distribution), c => c.Distribution, (c, v) => c with { Distribution = v })
        .Ignore("environment_variables");

    private static Shape<ParallelComponent> Parallel() => Common(new Shape<ParallelComponent>(new()))
        .Add(MemberNames.NotRest("task"), ParallelTables.Task, c => c.Task, (c, v) => c with { Task = v })
        .Add(MemberNames.NotRest("input_data"), Forms.Text, c => c.InputData, (c, v) => c with { InputData = v })
        .Add(MemberNames.YamlOnly("mini_batch_size"), new MiniBatchSizeForm(isNumberInSteps: false), c => c.MiniBatchSize, (c, v) => c with { MiniBatchSize = v })

            // None is zero in a specification.
            .Add(MemberNames.StepOnly("mini_batch_size"), new MiniBatchSizeForm(isNumberInSteps: false), c => c.MiniBatchSize ?? 0, (c, v) => c with { MiniBatchSize = v == 0 ? null : v }, property: "")
        .Add(MemberNames.NotRest("partition_keys"), ParallelTables.PartitionKeys, c => c.PartitionKeys, (c, v) => c with { PartitionKeys = v })
        .Add(MemberNames.NotRest("max_concurrency_per_instance"), Forms.Integer, c => c.MaxConcurrencyPerInstance, (c, v) => c with { MaxConcurrencyPerInstance = v })
        .Add(MemberNames.NotRest("error_threshold"), Forms.Integer, c => c.ErrorThreshold, (c, v) => c with { ErrorThreshold = v })
        .Add(MemberNames.NotRest("mini_batch_error_threshold"), Forms.Integer, c => c.MiniBatchErrorThreshold, (c, v) => c with { MiniBatchErrorThreshold = v })
        .Add(MemberNames.NotRest("retry_settings"), ParallelTables.Retry, c => c.RetrySettings, (c, v) => c with { RetrySettings = v })
        .Add(MemberNames.NotRest("logging_level"), ParallelTables.LoggingLevel, c => c.LoggingLevel, (c, v) => c with { LoggingLevel = v })
        .Add(MemberNames.NotRest("resources"), ComputeTables.ResourcesOfComponent, c => c.Resources, (c, v) => c with { Resources = v })
        .DropUnknown();

    private static Shape<PipelineComponent> Pipeline() => Common(new Shape<PipelineComponent>(new()))
        .Add(MemberNames.NotRest("jobs"), PipelineTables.Steps, c => c.Steps, (c, v) => c with { Steps = v })
        .Add(MemberNames.NotRest("settings"), PipelineTables.Settings, c => c.Settings, (c, v) => c with { Settings = v });

    private static Shape<SweepComponent> Sweep() => Common(new Shape<SweepComponent>(new()))
        .Add(MemberNames.NotRest("trial"), StepTables.Trial, c => c.Trial, (c, v) => c with { Trial = v }, required: true)
        .Add(MemberNames.NotRest("search_space"), SearchTables.Spaces, c => c.SearchSpace, (c, v) => c with { SearchSpace = v })
        .Add(MemberNames.NotRest("sampling_algorithm"), SearchTables.Sampling, c => c.SamplingAlgorithm, (c, v) => c with { SamplingAlgorithm = v })
        .Add(MemberNames.NotRest("objective"), SearchTables.Objective, c => c.Objective, (c, v) => c with { Objective = v }, required: true)
        .Add(MemberNames.NotRest("limits"), SearchTables.Limits, c => c.Limits, (c, v) => c with { Limits = v })
        .Add(MemberNames.NotRest("early_termination"), SearchTables.EarlyTermination, c => c.EarlyTermination, (c, v) => c with { EarlyTermination = v });

    private static Shape<SparkComponent> Spark() => Common(new Shape<SparkComponent>(new()))
        .Add(MemberNames.NotRest("code"), SpecTables.Code, c => c.Code, (c, v) => c with { Code = v })
        .Add(MemberNames.NotRest("additional_includes"), Forms.Paths, c => c.AdditionalIncludes, (c, v) => c with { AdditionalIncludes = v })
        .Add(MemberNames.NotRest("entry"), SparkTables.Entry, c => c.Entry, (c, v) => c with { Entry = v }, required: true)
        .Add(MemberNames.NotRest("args"), Forms.Text, c => c.Args, (c, v) => c with { Args = v })
        .Add(MemberNames.NotRest("conf"), SparkTables.Conf, c => c.Conf, (c, v) => c with { Conf = v })
        .Add(MemberNames.NotRest("py_files"), Forms.TextList, c => c.PyFiles, (c, v) => c with { PyFiles = v })
        .Add(MemberNames.NotRest("jars"), Forms.TextList, c => c.Jars, (c, v) => c with { Jars = v })
        .Add(MemberNames.NotRest("files"), Forms.TextList, c => c.Files, (c, v) => c with { Files = v })
        .Add(MemberNames.NotRest("archives"), Forms.TextList, c => c.Archives, (c, v) => c with { Archives = v })
        .Add(MemberNames.NotRest("environment"), SpecTables.Environment, c => c.Environment, (c, v) => c with { Environment = v });

    private static Shape<DataTransferComponent> DataTransfer() => Common(new Shape<DataTransferComponent>(new()))
        .Add(MemberNames.NotRest("task"), StepTables.DataTransferTask, c => c.Task, (c, v) => c with { Task = v }, required: true)
        .Add(MemberNames.NotRest("data_copy_mode"), StepTables.DataCopyMode, c => c.DataCopyMode, (c, v) => c with { DataCopyMode = v })
        .Add(MemberNames.NotRest("source"), StepTables.ExternalData, c => c.Source, (c, v) => c with { Source = v })
        .Add(MemberNames.NotRest("sink"), StepTables.ExternalData, c => c.Sink, (c, v) => c with { Sink = v });

    private static Shape<T> Common<T>(Shape<T> shape)
        where T : Component => shape
            .Add(MemberNames.NotRest("name"), Forms.Text, c => c.Name, (c, v) => c with { Name = v })
            .Add(MemberNames.NotRest("version"), Forms.Version, c => c.Version, (c, v) => c with { Version = v })
            .Add(MemberNames.NotRest("display_name"), Forms.Text, c => c.DisplayName, (c, v) => c with { DisplayName = v })
            .Add(MemberNames.NotRest("description"), Forms.Text, c => c.Description, (c, v) => c with { Description = v })
            .Add(MemberNames.NotRest("tags"), Forms.Texts, c => c.Tags, (c, v) => c with { Tags = v })
            .Add(MemberNames.NotRest("properties"), Forms.Texts, c => c.Properties, (c, v) => c with { Properties = v })
            .Add(MemberNames.NotRest("is_deterministic"), Forms.Flag, c => c.IsDeterministic, (c, v) => c with { IsDeterministic = v })
            .Add(MemberNames.NotRest("inputs"), Inputs, c => c.Inputs, (c, v) => c with { Inputs = v })
            .Add(MemberNames.NotRest("outputs"), Outputs, c => c.Outputs, (c, v) => c with { Outputs = v })
            .Ignore("latest_version", "creation_context")
            .KeepUnknown();
}
