namespace ServerlessCompute;

/// <summary>How a job stands in the queue. Immutable.</summary>
public sealed record QueueSettings : JobPart
{
    /// <summary>What kind of machine time the job uses.</summary>
    /// <value>Unset: the service takes Standard.</value>
    public JobTier JobTier { get; init; }

    /// <summary>How urgent the job is among those of its tier.</summary>
    /// <value>Null: the service decides.</value>
    public JobPriority? Priority { get; init; }
}
