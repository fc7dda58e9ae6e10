namespace ServerlessCompute;

/// <summary>A sampling algorithm that this library does not know, kept as it came. Immutable.</summary>
public sealed record UnknownSamplingAlgorithm : SamplingAlgorithm
{
    /// <summary>Takes the service's word for it.</summary>
    public UnknownSamplingAlgorithm(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        Type = type;
    }

    /// <summary>The service's word for it.</summary>
    public string Type { get; }

    internal override string Kind => Type;
}
