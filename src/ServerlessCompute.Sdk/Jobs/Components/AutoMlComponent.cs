namespace ServerlessCompute;

/// <summary>Automated machine learning as a component: the service makes such ones itself. Immutable.</summary>
public sealed record AutoMlComponent : Component
{
    /// <inheritdoc/>
    public override string Kind => "automl";

    /// <summary>The task, in the words of YAML: <c>classification</c>, <c>text_ner</c>.</summary>
    public string? Task { get; init; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The component is not registered: an AutoML job is a step by itself.</exception>
    public override UnknownStep ToStep() => Id is { } id
        ? new UnknownStep(Kind) { AdditionalProperties = [new("componentId", id)] }
        : throw new InvalidOperationException("An AutoML component can be a step only when it is registered. Add an AutoML job to the pipeline instead.");
}
