namespace ServerlessCompute;

/// <summary>An entry that this library does not know, kept as it came. Immutable.</summary>
public sealed record UnknownSparkEntry : SparkEntry
{
    /// <summary>Takes the service's word for it.</summary>
    public UnknownSparkEntry(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        Type = type;
    }

    /// <summary>The service's word for it.</summary>
    public string Type { get; }

    internal override string Kind => Type;
}
