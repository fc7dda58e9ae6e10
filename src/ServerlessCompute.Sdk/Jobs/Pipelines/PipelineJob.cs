namespace ServerlessCompute;

/// <summary>
/// Steps that pass data to each other. Made by <see cref="Pipeline.Define(string, Action{PipelineBuilder})"/>, or an object initialiser;
/// immutable.
/// </summary>
/// <example>
/// <code>
/// var pipeline = Pipeline.Define("nyc-taxi", p =&gt;
/// {
///     var raw = p.Input("raw", Input.UriFolder("azureml://datastores/workspaceblobstore/paths/taxi/"));
///     var clean = Output.UriFolder();
///     var prep = p.Add("prep", Command.Run($"python prep.py --in {raw} --out {clean}").WithCode("./prep").WithEnvironment("…"));
///     var train = p.Add("train", new CommandStep { Component = "azureml:train:1" }.WithInput("data", prep[clean]));
///     p.Output("model", train["model"]);
/// });
/// </code>
/// </example>
public sealed partial record PipelineJob : Job
{
    /// <inheritdoc/>
    public override JobType JobType => JobType.Pipeline;

    /// <summary>What flows into the pipeline, by name. Steps refer to it as <c>${{parent.inputs.name}}</c>.</summary>
    public ValueMap<Input> Inputs
    {
        get;
        init => field = BindingScope.Keep(value);
    } = ValueMap<Input>.Empty;

    /// <summary>What the pipeline leaves behind, by name. A step's output goes there that has the path <c>${{parent.outputs.name}}</c>.</summary>
    public ValueMap<Output> Outputs { get; init; } = ValueMap<Output>.Empty;

    /// <summary>The steps, by name.</summary>
    public ValueMap<PipelineStep> Steps { get; init; } = ValueMap<PipelineStep>.Empty;

    /// <summary>What holds for all steps.</summary>
    public PipelineSettings? Settings { get; init; }

    /// <summary>The pipeline component that the job runs: described in place, or a reference to a registered one.</summary>
    /// <value>Null: the job has steps of its own.</value>
    public ComponentSource? Component
    {
        get => field ?? (string.IsNullOrWhiteSpace(ComponentId) ? null : (ComponentSource)ComponentId);
        init
        {
            field = value?.Definition is null ? null : value;
            ComponentId = value?.Reference;
        }
    }

    /// <summary>Whether the job was read from YAML, whose spellings are taken more leniently.</summary>
    internal Unseen<bool> IsFromYaml { get; init; }

    internal override Job VisitParts(JobVisitor visitor)
    {
        var visited = (PipelineJob)base.VisitParts(visitor);
        ComponentSource? component = Component?.Visit("componentId", visitor);
        ValueMap<Input> inputs = visitor.Inputs("inputs", Inputs);
        ValueMap<Output> outputs = visitor.Outputs("outputs", Outputs);
        PipelineSettings? settings = Settings?.Visit("settings", visitor);
        ValueMap<PipelineStep> steps = JobVisitor.Each("jobs", Steps, (place, step) => step.Visit(place, visitor));
        return ReferenceEquals(component?.Definition, Component?.Definition) && component?.Reference == Component?.Reference && ReferenceEquals(inputs, Inputs) && ReferenceEquals(outputs, Outputs) && ReferenceEquals(settings, Settings) && ReferenceEquals(steps, Steps)
            ? visited
            : visited with { Component = component, Inputs = inputs, Outputs = outputs, Settings = settings, Steps = steps };
    }
}
