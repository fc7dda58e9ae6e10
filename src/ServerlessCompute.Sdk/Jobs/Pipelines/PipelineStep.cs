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
}
