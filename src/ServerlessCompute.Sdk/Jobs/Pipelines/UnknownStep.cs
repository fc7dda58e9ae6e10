namespace ServerlessCompute;

/// <summary>
/// A kind of step that this library has no type for, kept as it came: everything is in <see cref="JobPart.AdditionalProperties"/>. It
/// survives reading and writing. Immutable.
/// </summary>
public sealed record UnknownStep : PipelineStep
{
    /// <summary>Takes the service's word for the kind.</summary>
    public UnknownStep(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Kind = kind;
    }

    /// <inheritdoc/>
    public override string Kind { get; }
}
