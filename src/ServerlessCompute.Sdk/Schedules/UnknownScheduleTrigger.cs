namespace ServerlessCompute;

/// <summary>A trigger that this library does not know, kept as it came. Immutable.</summary>
public sealed record UnknownScheduleTrigger : ScheduleTrigger
{
    /// <summary>Takes the service's word for it.</summary>
    public UnknownScheduleTrigger(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        Type = type;
    }

    /// <summary>The service's word for it.</summary>
    public string Type { get; }

    internal override string Kind => Type;
}
