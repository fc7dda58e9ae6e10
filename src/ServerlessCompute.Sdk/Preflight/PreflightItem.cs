namespace ServerlessCompute;

/// <summary>What one part of a job would get: a command, the trials of a sweep, a step of a pipeline. Immutable; can be made in tests.</summary>
public sealed record PreflightItem
{
    /// <summary>What it is called: the step's name, <c>trial</c>, or the kind of job.</summary>
    public required string Name { get; init; }

    /// <summary>The size that would be chosen, or why there is none, with every size that was looked at.</summary>
    public required VmChoiceResult Choice { get; init; }

    /// <summary>The number of nodes of each.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>The tier.</summary>
    public JobTier Tier { get; init; }

    /// <summary>How often it runs; null when nobody can say.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How many of it run at once, at most.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>The named compute that it runs on, whose machines and queue are its own; null for serverless.</summary>
    public string? Compute { get; init; }

    /// <summary>The cores of all that run at once.</summary>
    public long VCpus { get; init; }

    /// <summary>The cores of the family that are free now; null when the service does not say.</summary>
    public long? VCpusLeft { get; init; }

    /// <summary>Whether not all of it could start now.</summary>
    public bool WouldQueue { get; init; }

    /// <summary>What it would wait behind, and for what.</summary>
    public string? QueueReason { get; init; }

    /// <summary>The price of an hour of one of it, all its nodes; null when the service says no price.</summary>
    public decimal? PricePerHour { get; init; }

    /// <summary>The most that it can cost: price, number and time limit; null without a price, a number or a limit.</summary>
    public decimal? CostBound { get; init; }

    /// <summary>What Spot would save in an hour, or what dedicated machines would cost more; null when the service does not say.</summary>
    public decimal? OtherTierPricePerHour { get; init; }
}
