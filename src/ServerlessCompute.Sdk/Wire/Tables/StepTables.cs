namespace ServerlessCompute;

/// <summary>The tables of a pipeline's steps.</summary>
internal static class StepTables
{
    /// <summary>The member that says which kind of step it is.</summary>
    public const string Key = "type";

    public static ValueForm<DataTransferTask> DataTransferTask { get; } = new WordForm<DataTransferTask>(word => word);

    public static ValueForm<DataCopyMode> DataCopyMode { get; } = new WordForm<DataCopyMode>(word => word);

    public static ValueForm<ExternalData> ExternalData { get; } = new Shape<ExternalData>(new ExternalData())
        .Add(MemberNames.NotRest("type"), new WordForm<ExternalDataType>(word => word), d => d.Type, (d, v) => d with { Type = v }, required: true)
        .Add(MemberNames.NotRest("connection"), Forms.Text, d => d.Connection, (d, v) => d with { Connection = v })
        .Add(MemberNames.NotRest("query"), Forms.Text, d => d.Query, (d, v) => d with { Query = v })
        .Add(MemberNames.NotRest("table_name"), Forms.Text, d => d.TableName, (d, v) => d with { TableName = v })
        .Add(MemberNames.NotRest("stored_procedure"), Forms.Text, d => d.StoredProcedure, (d, v) => d with { StoredProcedure = v })
        .Add(MemberNames.NotRest("stored_procedure_params"), new ListForm<RawJson>(Forms.Json), d => d.StoredProcedureParams, (d, v) => d with { StoredProcedureParams = v })
        .Add(MemberNames.NotRest("path"), Forms.Text, d => d.Path, (d, v) => d with { Path = v })
        .KeepUnknown();

    public static ValueForm<ComponentSource> Trial { get; } = new ComponentSourceForm("command", "componentId");

    /// <summary>Parallel work.</summary>
    public static Shape<ParallelStep> Parallel { get; } = ParallelStep();

    /// <summary>The steps, by their kind; one that does not say it is a command.</summary>
    public static UnionForm<PipelineStep> Union { get; } = new UnionForm<PipelineStep>(
            MemberNames.NotRest(Key),
            new UnknownForm<PipelineStep>(word => new UnknownStep(word), step => step.Kind),
            defaultWord: "command")
        .Add("command", CommandStep())
        .Add("sweep", SweepStep())
        .Add("parallel", Parallel)
        .Add("spark", SparkStep())
        .Add("pipeline", Common(Component(new Shape<SubPipelineStep>(new()), "pipeline")))
        .Add("data_transfer", DataTransferStep())
        .Add("do_while", ControlTables.DoWhile)
        .Add("if_else", ControlTables.IfElse)
        .Add("parallel_for", ControlTables.ParallelFor)
        .Add(new AutoMlStepCase());

    private static Shape<CommandStep> CommandStep() => Common(Component(new Shape<CommandStep>(new()), "command"))
        .Add(MemberNames.NotRest("resources"), ComputeTables.Resources, s => s.Resources, (s, v) => s with { Resources = v })
        .Add(MemberNames.NotRest("queue_settings"), ComputeTables.QueueSettings, s => s.QueueSettings, (s, v) => s with { QueueSettings = v })
        .Add(MemberNames.NotRest("distribution"), DistributionTables.Distribution, s => s.Distribution, (s, v) => s with { Distribution = v })
        .Add(MemberNames.NotRest("limits"), ComputeTables.CommandLimits, s => s.Limits, (s, v) => s with { Limits = v })
        .Add(MemberNames.NotRest("environment_variables"), SoftwareTables.Variables, s => s.EnvironmentVariables, (s, v) => s with { EnvironmentVariables = v })
        .Add(MemberNames.NotRest("services"), ServiceTables.Services, s => s.Services, (s, v) => s with { Services = v })
        .Add(MemberNames.NotRest("identity"), IdentityTables.Identity, s => s.Identity, (s, v) => s with { Identity = v });

    private static Shape<SweepStep> SweepStep() => Common(new Shape<SweepStep>(new())
            .Add(MemberNames.NotRest("trial"), Trial, s => s.Component, (s, v) => s with { Component = v }, required: true))
        .Add(MemberNames.NotRest("search_space"), SearchTables.Spaces, s => s.SearchSpace, (s, v) => s with { SearchSpace = v })
        .Add(MemberNames.NotRest("sampling_algorithm"), SearchTables.Sampling, s => s.SamplingAlgorithm, (s, v) => s with { SamplingAlgorithm = v })
        .Add(MemberNames.NotRest("objective"), SearchTables.Objective, s => s.Objective, (s, v) => s with { Objective = v }, required: true)
        .Add(MemberNames.NotRest("limits"), SearchTables.Limits, s => s.Limits, (s, v) => s with { Limits = v }, required: true)
        .Add(MemberNames.NotRest("early_termination"), SearchTables.EarlyTermination, s => s.EarlyTermination, (s, v) => s with { EarlyTermination = v })
        .Add(MemberNames.NotRest("resources"), ComputeTables.Resources, s => s.Resources, (s, v) => s with { Resources = v })
        .Add(MemberNames.NotRest("queue_settings"), ComputeTables.QueueSettingsOfSweepStep, s => s.QueueSettings, (s, v) => s with { QueueSettings = v })
        .Add(MemberNames.NotRest("identity"), IdentityTables.Identity, s => s.Identity, (s, v) => s with { Identity = v });

    private static Shape<ParallelStep> ParallelStep() => Common(Component(new Shape<ParallelStep>(new()), "parallel"))
        .Add(MemberNames.NotRest("task"), ParallelTables.Task, s => s.Task, (s, v) => s with { Task = v })
        .Add(MemberNames.NotRest("input_data"), Forms.Text, s => s.InputData, (s, v) => s with { InputData = v })
        .Add(MemberNames.NotRest("mini_batch_size"), new MiniBatchSizeForm(isNumberInSteps: true), s => s.MiniBatchSize, (s, v) => s with { MiniBatchSize = v })
        .Add(MemberNames.NotRest("partition_keys"), ParallelTables.PartitionKeys, s => s.PartitionKeys, (s, v) => s with { PartitionKeys = v })
        .Add(MemberNames.NotRest("max_concurrency_per_instance"), Forms.Integer, s => s.MaxConcurrencyPerInstance, (s, v) => s with { MaxConcurrencyPerInstance = v })
        .Add(MemberNames.NotRest("error_threshold"), Forms.Integer, s => s.ErrorThreshold, (s, v) => s with { ErrorThreshold = v })
        .Add(MemberNames.NotRest("mini_batch_error_threshold"), Forms.Integer, s => s.MiniBatchErrorThreshold, (s, v) => s with { MiniBatchErrorThreshold = v })
        .Add(MemberNames.NotRest("retry_settings"), ParallelTables.Retry, s => s.RetrySettings, (s, v) => s with { RetrySettings = v })
        .Add(MemberNames.NotRest("logging_level"), ParallelTables.LoggingLevel, s => s.LoggingLevel, (s, v) => s with { LoggingLevel = v })
        .Add(MemberNames.NotRest("resources"), ComputeTables.Resources, s => s.Resources, (s, v) => s with { Resources = v })
        .Add(MemberNames.NotRest("environment_variables"), SoftwareTables.Variables, s => s.EnvironmentVariables, (s, v) => s with { EnvironmentVariables = v })
        .Add(MemberNames.NotRest("identity"), IdentityTables.Identity, s => s.Identity, (s, v) => s with { Identity = v });

    private static Shape<SparkStep> SparkStep() => Common(Component(new Shape<SparkStep>(new()), "spark"))
        .Add(MemberNames.NotRest("resources"), SparkTables.Resources, s => s.Resources, (s, v) => s with { Resources = v })
        .Add(MemberNames.NotRest("identity"), IdentityTables.Identity, s => s.Identity, (s, v) => s with { Identity = v })
        .Add(MemberNames.NotRest("conf"), SparkTables.Conf, s => s.Conf, (s, v) => s with { Conf = v })
        .Add(MemberNames.NotRest("entry"), SparkTables.StepEntry, s => s.Entry, (s, v) => s with { Entry = v })
        .Add(MemberNames.NotRest("args"), Forms.Text, s => s.Args, (s, v) => s with { Args = v })
        .Add(MemberNames.NotRest("py_files"), Forms.TextList, s => s.PyFiles, (s, v) => s with { PyFiles = v })
        .Add(MemberNames.NotRest("jars"), Forms.TextList, s => s.Jars, (s, v) => s with { Jars = v })
        .Add(MemberNames.NotRest("files"), Forms.TextList, s => s.Files, (s, v) => s with { Files = v })
        .Add(MemberNames.NotRest("archives"), Forms.TextList, s => s.Archives, (s, v) => s with { Archives = v });

    private static Shape<DataTransferStep> DataTransferStep() => Common(Component(new Shape<DataTransferStep>(new()), "data_transfer"))
        .Add(MemberNames.NotRest("task"), DataTransferTask, s => s.Task, (s, v) => s with { Task = v }, required: true)
        .Add(MemberNames.NotRest("data_copy_mode"), DataCopyMode, s => s.DataCopyMode, (s, v) => s with { DataCopyMode = v })
        .Add(MemberNames.NotRest("source"), ExternalData, s => s.Source, (s, v) => s with { Source = v })
        .Add(MemberNames.NotRest("sink"), ExternalData, s => s.Sink, (s, v) => s with { Sink = v });

    private static Shape<T> Component<T>(Shape<T> shape, string kind)
        where T : ComponentStep => shape
            .Add(MemberNames.NotRest("componentId", "component"), new ComponentSourceForm(kind), s => s.Component, (s, v) => s with { Component = v });

    private static Shape<T> Common<T>(Shape<T> shape)
        where T : ComponentStep => shape
            .Add(MemberNames.NotRest("display_name"), Forms.Text, s => s.DisplayName, (s, v) => s with { DisplayName = v })
            .Add(MemberNames.NotRest("comment"), Forms.Text, s => s.Comment, (s, v) => s with { Comment = v })
            .Add(MemberNames.NotRest("tags"), Forms.Texts, s => s.Tags, (s, v) => s with { Tags = v })
            .Add(MemberNames.NotRest("properties"), Forms.Texts, s => s.Properties, (s, v) => s with { Properties = v })
            .Add(MemberNames.NotRest("inputs"), DataTables.Inputs, s => s.Inputs, (s, v) => s with { Inputs = v })
            .Add(MemberNames.NotRest("outputs"), DataTables.Outputs, s => s.Outputs, (s, v) => s with { Outputs = v })
            .Add(MemberNames.NotRest("computeId", "compute"), Forms.Text, s => s.Compute, (s, v) => s with { Compute = v })
            .KeepUnknown();
}
