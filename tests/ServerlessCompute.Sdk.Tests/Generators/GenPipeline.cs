using CsCheck;

namespace ServerlessCompute;

/// <summary>Resolved pipelines with everything that their steps can say.</summary>
internal static class GenPipeline
{
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    /// <summary>Components that are registered.</summary>
    public static Gen<ComponentSource> Component { get; } = GenText.Some.Select(name => (ComponentSource)$"{Workspace}/components/{name}/versions/1");

    private static readonly Gen<string> _reference = Gen.Select(
        Gen.OneOf("parent.inputs.", "parent.outputs.", "parent.jobs.a.outputs."), Gen.String[Gen.Char.AlphaNumeric, 1, 6], (start, name) => "${{" + start + name + "}}");

    /// <summary>Inputs as steps have them: a reference has no type of its own.</summary>
    private static readonly Gen<Input> _input = Gen.Frequency(
        (2, GenText.Any.Select(text => (Input)new LiteralInput { Value = text })),
        (2, _reference.Select(text => (Input)new LiteralInput { Value = text })),
        (1, Gen.Select(_reference, Gen.OneOf(InputMode.Direct, InputMode.Download), (text, mode) => (Input)new DataInput { Type = default, Path = text, Mode = mode })),
        (2, Gen.Select(
            GenChoice.Word(InputType.UriFile, InputType.UriFolder, InputType.MLTable),
            GenText.Any,
            Gen.OneOf(default, InputMode.Direct, InputMode.EvalMount),
            (type, path, mode) => (Input)new DataInput { Type = type, Path = "azureml://datastores/d/paths/" + path, Mode = mode })));

    private static readonly Gen<Output> _output = Gen.Frequency(
        (1, Gen.Select(_reference, Gen.OneOf(default, OutputMode.Upload), GenChoice.Maybe(GenText.Any), (text, mode, name) => new Output { Type = default, Path = text, Mode = mode, AssetName = name })),
        (1, Gen.Select(
            GenChoice.Word(OutputType.UriFile, OutputType.UriFolder, OutputType.MLTable),
            GenChoice.Maybe(GenText.Any.Select(path => new AssetPath("azureml://datastores/d/paths/" + path))),
            GenChoice.Maybe(GenText.Any),
            (type, path, version) => new Output { Type = type, Path = path, AssetVersion = version })));

    private static readonly Gen<CommandStep> _command = Gen.Select(
        Common(new CommandStep()),
        GenChoice.Maybe(GenCompute.Resources.Select(Single)),
        GenChoice.Maybe(GenCompute.Distribution),
        GenChoice.Maybe(Gen.Int[0, 100_000].Select(seconds => new CommandJobLimits { Timeout = TimeSpan.FromSeconds(seconds) })),
        GenText.Map(GenText.Any.Select(text => (EnvironmentValue)text)),
        GenText.Map(GenCompute.Service),
        GenChoice.Maybe(GenCompute.Identity),
        (step, resources, distribution, limits, variables, services, identity) => step with
        {
            Resources = resources,
            Distribution = distribution,
            Limits = limits,
            EnvironmentVariables = variables,
            Services = services,
            Identity = identity,
        });

    private static readonly Gen<SweepStep> _sweep = Gen.Select(
        Common(new SweepStep()),
        GenText.Map(Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[-1e6, 1e6], (min, max) => (SearchSpace)Search.Uniform(min, max))),
        Gen.OneOf<SamplingAlgorithm>(Gen.Const((SamplingAlgorithm)Sampling.Grid), Gen.Int.Select(seed => (SamplingAlgorithm)Sampling.Sobol(seed)), GenText.NewWord.Select(word => (SamplingAlgorithm)new UnknownSamplingAlgorithm(word))),
        Gen.Select(Gen.OneOf(Goal.Maximize, Goal.Minimize), GenText.Any, (goal, metric) => new SweepObjective { Goal = goal, PrimaryMetric = metric }),
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 9999], (trials, seconds) => new SweepJobLimits { MaxTotalTrials = trials, TrialTimeout = TimeSpan.FromSeconds(seconds) }),
        Gen.Int[0, 9].Select(interval => (EarlyTerminationPolicy)new MedianStoppingPolicy { EvaluationInterval = interval }),
        (step, spaces, sampling, objective, limits, policy) => step with
        {
            SearchSpace = spaces,
            SamplingAlgorithm = sampling,
            Objective = objective,
            Limits = limits,
            EarlyTermination = policy,
        });

    private static readonly Gen<ParallelStep> _parallel = Gen.Select(
        Common(new ParallelStep()),
        GenText.Any,
        Gen.Long[0, long.MaxValue],
        GenText.List(GenText.Any),
        Gen.Select(Gen.Int, Gen.Int, Gen.Int),
        Gen.Select(Gen.Int, Gen.Int[0, 9999], (retries, seconds) => new ParallelRetrySettings { MaxRetries = retries, Timeout = TimeSpan.FromSeconds(seconds) }),
        GenChoice.Word(ParallelLoggingLevel.Debug, ParallelLoggingLevel.Warning),
        Gen.Select(GenText.Any, GenText.Any, GenText.Any, (code, script, environment) => new ParallelTask
        {
            Code = $"{Workspace}/codes/{code}/versions/1",
            EntryScript = script,
            Environment = $"azureml://registries/r/environments/{environment}/versions/1",
        }),
        (step, data, size, keys, numbers, retry, level, task) => step with
        {
            InputData = data,
            MiniBatchSize = size,
            PartitionKeys = keys,
            MaxConcurrencyPerInstance = numbers.Item1,
            ErrorThreshold = numbers.Item2,
            MiniBatchErrorThreshold = numbers.Item3,
            RetrySettings = retry,
            LoggingLevel = level,
            Task = task,
        });

    private static readonly Gen<PipelineStep> _control = Gen.OneOf<PipelineStep>(
        Gen.Select(_reference, GenText.Any, GenText.Map(GenText.Any.Array[1, 2].Select(names => (ValueList<string>)names)), Gen.Int, (body, condition, mapping, count) =>
            (PipelineStep)new DoWhileStep { Body = body, Condition = condition, Mapping = mapping, Limits = new DoWhileLimits { MaxIterationCount = count } }),
        Gen.Select(GenText.Json, GenText.List(_reference), GenText.List(_reference), (condition, yes, no) => (PipelineStep)new IfElseStep { Condition = condition, TrueBlock = yes, FalseBlock = no }),
        Gen.Select(_reference, GenText.Any, GenChoice.MaybeValue(Gen.Int), GenText.Map(_output), (body, items, most, outputs) =>
            (PipelineStep)new ParallelForStep { Body = body, Items = items, MaxConcurrency = most, Outputs = outputs }),
        Gen.Select(GenText.NewWord, GenText.Extras, (word, extras) => (PipelineStep)new UnknownStep(word) { AdditionalProperties = extras }));

    public static Gen<PipelineStep> Step { get; } = Gen.OneOf<PipelineStep>(
        _command.Select(step => (PipelineStep)step),
        _sweep.Select(step => (PipelineStep)step),
        _parallel.Select(step => (PipelineStep)step),
        Common(new SubPipelineStep()).Select(step => (PipelineStep)step),
        Gen.Select(Common(new DataTransferStep()), GenText.Any, (step, query) => (PipelineStep)(step with { Source = new ExternalData { Type = ExternalDataType.Database, Query = query } })),
        _control);

    private static readonly Gen<PipelineSettings> _settings = Gen.Select(
        GenChoice.Maybe(GenText.Any.Select(name => $"{Workspace}/computes/{name}")),
        GenChoice.Maybe(GenText.Any.Select(name => $"{Workspace}/datastores/{name}")),
        Gen.Select(GenChoice.MaybeValue(Gen.Bool), GenChoice.MaybeValue(Gen.Bool), GenChoice.MaybeValue(Gen.Bool)),
        GenChoice.Maybe(GenText.Any),
        GenChoice.Maybe(GenText.Any),
        GenText.Extras,
        (compute, datastore, flags, init, last, extras) => new PipelineSettings
        {
            DefaultCompute = compute,
            DefaultDatastore = datastore,
            ContinueOnStepFailure = flags.Item1,
            ForceRerun = flags.Item2,
            ContinueRunOnFailedOptionalInput = flags.Item3,
            OnInit = init,
            OnFinalize = last,
            AdditionalProperties = extras,
        });

    public static Gen<PipelineJob> Job { get; } = Gen.Select(
        GenJob.Commons(new PipelineJob()).Select(job => job with { ComponentId = null }),
        GenText.Map(_input),
        GenText.Map(GenData.Output),
        GenText.Map(Step),
        GenChoice.Maybe(_settings),
        (job, inputs, outputs, steps, settings) => job with
        {
            Inputs = ValueMap.From(inputs.Where(input => input.Value is not DataInput { Type.Value: null })),
            Outputs = outputs,
            Steps = steps,
            Settings = settings,
        });

    /// <summary>Defaults and limits of inputs as they are rendered for their type.</summary>
    public static Gen<Func<ComponentInput, ComponentInput>> Limits { get; } = Gen.OneOf(
        Gen.Double.Select(number => Limit(PortType.Number, LiteralFormat.Format(number))),
        Gen.Long.Select(number => Limit(PortType.Integer, LiteralFormat.Format(number))),
        Gen.Bool.Select(flag => Limit(PortType.Boolean, LiteralFormat.Format(flag))),
        GenText.Any.Select(text => Limit(PortType.String, text)),
        Gen.Const(Limit(PortType.UriFolder, null)));

    private static Func<ComponentInput, ComponentInput> Limit(PortType type, string? text) => input => input with { Type = type, Default = text, Min = text, Max = text };

    private static Gen<T> Common<T>(T step)
        where T : ComponentStep => Gen.Select(
            Component,
            Gen.Select(GenChoice.Maybe(GenText.Any), GenChoice.Maybe(GenText.Any), GenChoice.Maybe(GenText.Any.Select(name => $"{Workspace}/computes/{name}"))),
            GenText.Map(GenText.Any),
            GenText.Map(GenText.Any),
            GenText.Map(_input),
            GenText.Map(_output),
            GenText.Extras,
            (component, texts, tags, properties, inputs, outputs, extras) => step with
            {
                Component = component,
                DisplayName = texts.Item1,
                Comment = texts.Item2,
                Compute = texts.Item3,
                Tags = tags,
                Properties = properties,
                Inputs = inputs,
                Outputs = outputs,
                AdditionalProperties = extras,
            });

    /// <summary>In steps one name stands for both forms of these arguments.</summary>
    private static ResourceConfiguration Single(ResourceConfiguration resources) =>
        resources.DockerArgs is null ? resources : resources with { DockerArgsList = ValueList<string>.Empty };
}
