namespace ServerlessCompute;

/// <summary>A step that runs another pipeline. Immutable.</summary>
public sealed record SubPipelineStep : ComponentStep
{
    /// <inheritdoc/>
    public override string Kind => "pipeline";
}
