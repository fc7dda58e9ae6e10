namespace ServerlessCompute;

/// <summary>How much a sweep may try. Immutable.</summary>
public sealed record SweepJobLimits : JobPart
{
    /// <summary>The number of trials.</summary>
    /// <value>Null, which the service takes for its own bound; YAML demands it.</value>
    public int? MaxTotalTrials { get; init; }

    /// <summary>The number of trials at once.</summary>
    /// <value>Null: as many as there may be in all.</value>
    public int? MaxConcurrentTrials { get; init; }

    /// <summary>How long the sweep may run. Whole seconds.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long each trial may run. Whole seconds.</summary>
    public TimeSpan? TrialTimeout { get; init; }
}
