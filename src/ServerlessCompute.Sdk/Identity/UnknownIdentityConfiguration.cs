namespace ServerlessCompute;

/// <summary>A kind of identity that this library does not know, kept as it came. Immutable.</summary>
public sealed record UnknownIdentityConfiguration : IdentityConfiguration
{
    /// <summary>Takes the service's word for it.</summary>
    public UnknownIdentityConfiguration(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        Type = type;
    }

    /// <summary>The service's word for it.</summary>
    public string Type { get; }

    internal override string Kind => Type;
}
