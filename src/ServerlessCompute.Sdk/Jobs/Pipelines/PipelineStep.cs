namespace ServerlessCompute;

/// <summary>
/// A step of a pipeline: something that runs, with inputs from the pipeline and from other steps, or something that says which steps run
/// how often. Its name is its key among the steps. Immutable.
/// </summary>
public abstract record PipelineStep : JobPart
{
    private protected PipelineStep()
    {
    }

    /// <summary>The service's word for this kind of step: <c>command</c>, <c>sweep</c> and so on.</summary>
    public abstract string Kind { get; }

    /// <summary>Shows a visitor the parts of the step; gives the step with what the visitor put in their places, or the same object.</summary>
    internal virtual PipelineStep Visit(string place, JobVisitor visitor) => this;

    /// <summary>The step with one of its outputs at a reference to the pipeline's; null for a step that has no outputs of its own.</summary>
    internal virtual PipelineStep? WithOutputAt(string port, string reference) => null;

    /// <summary>What a step says of an output goes with it, but for the place.</summary>
    private protected static ValueMap<Output> Move(ValueMap<Output> outputs, string port, string reference) =>
        outputs.With(port, (outputs.TryGetValue(port, out Output? said) ? said : new Output()) with { Type = default, Path = reference });
}
