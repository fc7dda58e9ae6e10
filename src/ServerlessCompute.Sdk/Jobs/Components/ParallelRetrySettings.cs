namespace ServerlessCompute;

/// <summary>How often and how long a batch of parallel work is tried. Immutable.</summary>
public sealed record ParallelRetrySettings : JobPart
{
    /// <summary>How often a batch is tried again that failed or took too long.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>How long a batch may take; whole seconds.</summary>
    public TimeSpan? Timeout { get; init; }
}
