namespace ServerlessCompute;

/// <summary>
/// A kind of component that this library has no type for, kept as the service sent it: everything beyond the common properties is in
/// <see cref="JobPart.AdditionalProperties"/>. It survives reading and writing. Immutable.
/// </summary>
public sealed record UnknownComponent : Component
{
    /// <summary>Takes the service's word for the kind.</summary>
    public UnknownComponent(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Kind = kind;
    }

    /// <inheritdoc/>
    public override string Kind { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The component is not registered: how such a one is sent is not known.</exception>
    public override UnknownStep ToStep() => Id is { } id
        ? new UnknownStep(Kind) { AdditionalProperties = [new("componentId", id)] }
        : throw new InvalidOperationException($"A component of type '{Kind}' can be a step only when it is registered.");
}
