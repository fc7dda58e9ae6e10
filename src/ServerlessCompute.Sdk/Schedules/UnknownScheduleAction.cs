namespace ServerlessCompute;

/// <summary>An action that this library does not know, kept as it came. Immutable.</summary>
public sealed record UnknownScheduleAction : ScheduleAction
{
    /// <summary>Takes the service's word for it.</summary>
    public UnknownScheduleAction(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        Type = type;
    }

    /// <summary>The service's word for it.</summary>
    public string Type { get; }

    internal override string Kind => Type;
}
