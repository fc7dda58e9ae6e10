namespace ServerlessCompute;

/// <summary>Makes steps of what is described in the places of steps: jobs, and parallel work without a component.</summary>
internal static class InlineSteps
{
    private const string Builtin = "azureml://registries/azureml/components/";

    /// <summary>The pipeline with steps in the places of jobs.</summary>
    public static PipelineJob Complete(PipelineJob job)
    {
        BindingScope scope = BindingScope.Of(job);
        ValueMap<PipelineStep> steps = JobVisitor.Each("", job.Steps, (_, step) => Complete(step, scope));
        return ReferenceEquals(steps, job.Steps) ? job : job with { Steps = steps };
    }

    /// <summary>The same; an input is optional that only optional inputs of steps take.</summary>
    public static PipelineComponent Complete(PipelineComponent component)
    {
        BindingScope scope = BindingScope.Of(component);
        ValueMap<PipelineStep> steps = JobVisitor.Each("", component.Steps, (_, step) => Complete(step, scope));
        ILookup<string, bool> isRequired = Uses(steps).ToLookup(use => use.Input, use => use.IsRequired, StringComparer.Ordinal);
        ValueMap<ComponentInput> inputs = JobVisitor.Each("", component.Inputs, (place, input) =>
            isRequired[place[1..]] is var uses && uses.Any() && !uses.Contains(true) ? input.AsOptional() : input);
        return ReferenceEquals(steps, component.Steps) && ReferenceEquals(inputs, component.Inputs) ? component : component with { Steps = steps, Inputs = inputs };
    }

    /// <summary>The step that a job becomes.</summary>
    /// <exception cref="NotSupportedException">No step does what such a job does.</exception>
    public static PipelineStep Of(Job job, BindingScope scope) => job switch
    {
        CommandJob command => InlineTables.Command.Convert(command, scope),
        SweepJob sweep => InlineTables.Sweep.Convert(sweep, scope),
        SparkJob spark => InlineTables.Spark.Convert(spark, scope),
        AutoMlJob autoMl => (AutoMlStep)autoMl,
        PipelineJob pipeline => InlineTables.Pipeline.Convert(pipeline, scope) is var step && step.Component!.Definition is PipelineComponent component
            ? step with { Component = Complete(component) }
            : throw new InvalidOperationException("A pipeline becomes a pipeline component."),
        _ => throw new NotSupportedException($"A job of type {job.JobType} cannot be a step of a pipeline."),
    };

    /// <summary>The step that this one means, with its component.</summary>
    public static PipelineStep Complete(PipelineStep step, BindingScope scope) => step switch
    {
        InlineJobStep { Job: var job } => Of(job, scope),
        ParallelStep { Component: null, Task: not null } parallel => Complete(parallel, scope),
        DataTransferStep { Component: null } transfer => Complete(transfer, scope),
        ComponentStep own when own.Outputs.Values.Any(output => output.IsBare) => own with { Outputs = BindingScope.ToStep(own.Outputs) },
        DoWhileStep loop => Complete(loop),
        AutoMlStep { Job: { } job } own when job.Outputs.Values.Any(output => output.IsBare) => own with { Job = job with { Outputs = BindingScope.ToStep(job.Outputs) } },
        _ => step,
    };

    private static ParallelStep Complete(ParallelStep step, BindingScope scope) => step with
    {
        Component = new ParallelComponent
        {
            Task = step.Task,
            InputData = step.InputData,
            MiniBatchSize = step.MiniBatchSize,
            PartitionKeys = step.PartitionKeys,
            MaxConcurrencyPerInstance = step.MaxConcurrencyPerInstance,
            ErrorThreshold = step.ErrorThreshold,
            MiniBatchErrorThreshold = step.MiniBatchErrorThreshold,
            RetrySettings = step.RetrySettings,
            LoggingLevel = step.LoggingLevel,
            Resources = step.Resources,
            Inputs = scope.ToComponent(step.Inputs),
            Outputs = scope.ToComponent(step.Outputs),
        },
        Inputs = BindingScope.ToStep(step.Inputs),
        Outputs = BindingScope.ToStep(step.Outputs),
        Task = null,
    };

    /// <summary>Copies are components of their own; what goes to or comes from elsewhere is done by components of the service.</summary>
    private static DataTransferStep Complete(DataTransferStep step, BindingScope scope) => step with
    {
        Component = (step.Task.Value, (step.Source ?? step.Sink)?.Type.Value) switch
        {
            (DataTransferTask.Values.ImportData, ExternalDataType.Values.Database) => Builtin + "import_data_database/versions/0.0.1",
            (DataTransferTask.Values.ImportData, _) => Builtin + "import_data_file_system/versions/0.0.1",
            (DataTransferTask.Values.ExportData, ExternalDataType.Values.Database) => Builtin + "export_data_database/versions/0.0.1",
            (DataTransferTask.Values.CopyData, _) => new DataTransferComponent
            {
                Task = step.Task,
                DataCopyMode = step.DataCopyMode,
                Inputs = scope.ToComponent(step.Inputs),
                Outputs = scope.ToComponent(step.Outputs),
            },
            _ => null,
        },
        Inputs = BindingScope.ToStep(step.Inputs),
        Outputs = BindingScope.ToStep(step.Outputs),
    };

    /// <summary>A loop knows the inputs and outputs of its body by their names; in YAML they may be references.</summary>
    private static DoWhileStep Complete(DoWhileStep loop)
    {
        string? Name(string? text) => PipelineReference.TryParse(text, out PipelineReference reference) && reference.Step == PipelineReference.StepOf(loop.Body) ? reference.Port : text;

        string? condition = Name(loop.Condition);
        bool isNamed = condition == loop.Condition && loop.Mapping.All(pair => Name(pair.Key) == pair.Key && pair.Value.All(input => Name(input) == input));
        return isNamed ? loop : loop with
        {
            Condition = condition,
            Mapping = ValueMap.From(loop.Mapping.Select(pair => KeyValuePair.Create(Name(pair.Key)!, (ValueList<string>)pair.Value.Select(input => Name(input)!).ToArray()))),
        };
    }

    /// <summary>The pipeline's inputs that steps take as they are, and whether they need them.</summary>
    private static IEnumerable<(string Input, bool IsRequired)> Uses(ValueMap<PipelineStep> steps) =>
        from step in steps.Values.OfType<ComponentStep>()
        let definition = step.Component?.Definition
        where definition is not null
        from given in step.Inputs
        let reference = PipelineReference.TryParse(TextOf(given.Value), out PipelineReference to) ? to : default
        where reference is { Step: null, IsOutput: false, Port: not null }
        select (reference.Port, definition.Inputs.TryGetValue(given.Key, out ComponentInput? wanted) && !wanted.Optional);

    private static string? TextOf(Input input) => input.Plain is LiteralInput literal ? literal.Value : (input as DataInput)?.Path?.Text;
}
