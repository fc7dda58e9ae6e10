namespace ServerlessCompute;

/// <summary>Where two histories first differ.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record HistoryDifference
{
    /// <summary>The number of the event or request, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>What the first history has there; <see langword="null"/> when it is over.</summary>
    public required string? First { get; init; }

    /// <summary>What the second history has there; <see langword="null"/> when it is over.</summary>
    public required string? Second { get; init; }

    /// <summary>Both, below each other.</summary>
    public override string ToString() => $"{Index}:\n- {First ?? "(nothing)"}\n+ {Second ?? "(nothing)"}";
}
