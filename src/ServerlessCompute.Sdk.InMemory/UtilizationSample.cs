namespace ServerlessCompute;

/// <summary>How busy one node of a job was during a minute.</summary>
/// <remarks>Immutable and thread-safe. Percentages of all the node has.</remarks>
public sealed record UtilizationSample
{
    /// <summary>The beginning of the minute.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The node's number among those of the job, from 0.</summary>
    public required int Node { get; init; }

    /// <summary>The processors' share.</summary>
    public required double CpuPercent { get; init; }

    /// <summary>The memory's share.</summary>
    public required double MemoryPercent { get; init; }

    /// <summary>The GPUs' share; <see langword="null"/> on a size that has none.</summary>
    public required double? GpuPercent { get; init; }
}
