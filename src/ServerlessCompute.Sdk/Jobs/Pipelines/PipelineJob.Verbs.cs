namespace ServerlessCompute;

/// <content>The verbs: each gives a changed copy. <c>With…</c> replaces a property, or adds one entry of it.</content>
public sealed partial record PipelineJob
{
    /// <summary>Replaces what flows in.</summary>
    public PipelineJob WithInputs(ValueMap<Input> inputs) => this with { Inputs = inputs };

    /// <summary>Adds or replaces one input, to be referred to as <c>${{parent.inputs.name}}</c>.</summary>
    public PipelineJob WithInput(string name, Input input) => this with { Inputs = Inputs.With(name, input) };

    /// <summary>Replaces what the pipeline leaves behind.</summary>
    public PipelineJob WithOutputs(ValueMap<Output> outputs) => this with { Outputs = outputs };

    /// <summary>Adds or replaces one output, to be referred to as <c>${{parent.outputs.name}}</c>.</summary>
    public PipelineJob WithOutput(string name, Output output) => this with { Outputs = Outputs.With(name, output) };

    /// <summary>Replaces the steps.</summary>
    public PipelineJob WithSteps(ValueMap<PipelineStep> steps) => this with { Steps = steps };

    /// <summary>Adds or replaces one step.</summary>
    public PipelineJob WithStep(string name, PipelineStep step) => this with { Steps = Steps.With(name, step) };

    /// <summary>Replaces the component that the job runs in place of steps of its own.</summary>
    public PipelineJob WithComponent(ComponentSource? component) => this with { Component = component };

    /// <summary>Replaces what holds for all steps.</summary>
    public PipelineJob WithSettings(PipelineSettings? settings) => this with { Settings = settings };

    /// <summary>Names the compute of steps that name none; the other settings stay.</summary>
    /// <param name="compute">A name, a full resource id, or <c>serverless</c>.</param>
    public PipelineJob WithDefaultCompute(string? compute) => this with { Settings = (Settings ?? new()) with { DefaultCompute = compute } };
}
