namespace ServerlessCompute;

/// <summary>A kind of distribution that this library does not know, kept as it came. Immutable.</summary>
public sealed record UnknownDistribution : Distribution
{
    /// <summary>Takes the service's word for it.</summary>
    public UnknownDistribution(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        Type = type;
    }

    /// <summary>The service's word for it.</summary>
    public string Type { get; }

    internal override string Kind => Type;
}
