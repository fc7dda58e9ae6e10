namespace ServerlessCompute;

/// <summary>By how many periods the target is lagged to make features, or the service's own choice. Immutable; a number makes one by itself.</summary>
public sealed record TargetLags : JobPart
{
    /// <summary>The service chooses.</summary>
    public static TargetLags Auto { get; } = new();

    /// <summary>The lags in periods.</summary>
    /// <value>Empty: the service chooses.</value>
    public ValueList<int> Values { get; init; } = ValueList<int>.Empty;

    /// <summary>Takes one lag.</summary>
    public static implicit operator TargetLags(int lag) => Of(lag);

    /// <summary>Takes several lags.</summary>
    public static TargetLags Of(params ReadOnlySpan<int> lags) => new() { Values = ValueList.Create(lags) };
}
