namespace ServerlessCompute;

/// <summary>A pipeline that is used as a step of others. Immutable.</summary>
public sealed record PipelineComponent : Component
{
    /// <summary>A pipeline with no steps, which is an error.</summary>
    public PipelineComponent() => IsDeterministic = null;

    /// <inheritdoc/>
    public override string Kind => "pipeline";

    /// <summary>The steps, by name. They refer to the component's inputs as <c>${{parent.inputs.name}}</c>.</summary>
    public ValueMap<PipelineStep> Steps { get; init; } = ValueMap<PipelineStep>.Empty;

    /// <summary>What holds for all steps that say nothing else. Sent as it is written: names stay names.</summary>
    public PipelineSettings? Settings { get; init; }

    /// <summary>Whether the component was read from YAML, whose spellings are taken more leniently.</summary>
    internal Unseen<bool> IsFromYaml { get; init; }

    /// <inheritdoc/>
    public override SubPipelineStep ToStep() => new() { Component = this };

    /// <inheritdoc cref="Component.WithInput"/>
    public new SubPipelineStep WithInput(string name, Input input) => ToStep().WithInput(name, input);

    /// <summary>A job that runs the pipeline.</summary>
    /// <param name="inputs">What flows in; inputs that are not named get their defaults.</param>
    public PipelineJob ToJob(ValueMap<Input> inputs) => Introduce(new PipelineJob { Inputs = inputs, Steps = Steps, Settings = Settings });

    /// <summary>The job with what the component says of itself, and with its inputs and outputs where the job says none.</summary>
    internal PipelineJob Introduce(PipelineJob job) => job with
    {
        DisplayName = job.DisplayName ?? DisplayName,
        Description = job.Description ?? Description,
        Inputs = ValueMap.From(job.Inputs.Concat(Inputs.Where(input => input.Value.Default is not null && !job.Inputs.ContainsKey(input.Key)).Select(Given))),
        Outputs = ValueMap.From(job.Outputs.Concat(Outputs.Where(output => !job.Outputs.ContainsKey(output.Key)).Select(Placed))),
    };

    private static KeyValuePair<string, Input> Given(KeyValuePair<string, ComponentInput> input) =>
        KeyValuePair.Create(input.Key, (Input)new LiteralInput { Value = input.Value.Default!, WrittenAs = input.Value.Type });

    private static KeyValuePair<string, Output> Placed(KeyValuePair<string, ComponentOutput> output) =>
        KeyValuePair.Create(output.Key, new Output { Type = new OutputType(output.Value.Type.Value ?? OutputType.Values.UriFolder), Mode = output.Value.Mode });

    internal override Component Visit(string place, JobVisitor visitor)
    {
        ValueMap<PipelineStep> steps = JobVisitor.Each($"{place}.jobs", Steps, (at, step) => step.Visit(at, visitor));
        return ReferenceEquals(steps, Steps) ? this : this with { Steps = steps };
    }
}
