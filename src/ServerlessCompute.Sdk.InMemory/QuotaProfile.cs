namespace ServerlessCompute;

/// <summary>How many virtual CPUs the subscription may use: for each family of VM sizes, in all, and in all on low priority.</summary>
/// <remarks>Immutable and thread-safe. Family names are the service's own, for example <c>standardDSv2Family</c>; compared ignoring case.</remarks>
public sealed record QuotaProfile
{
    /// <summary>Plenty of everything: each example of the service's documentation completes.</summary>
    /// <value>10,000 vCPUs in each family, 100,000 in all, 10,000 on low priority; retired sizes still run.</value>
    public static QuotaProfile Generous { get; } = new();

    /// <summary>What a new pay-as-you-go subscription was recorded to have in 2025: few cores, no low priority, hardly a GPU.</summary>
    /// <value>6 vCPUs in the families D, Dv2, Dv3, DSv2 and DSv3, 16 in FSv2, 20 in ESv3, none elsewhere; 20 in all; retired sizes are refused.</value>
    public static QuotaProfile FreshSubscription => new()
    {
        OtherFamilies = 0,
        TotalDedicated = 20,
        TotalLowPriority = 0,
        AllowRetiredSizes = false,
        Families =
        [
            new("standardDFamily", 6),
            new("standardDv2Family", 6),
            new("standardDv3Family", 6),
            new("standardDSv2Family", 6),
            new("standardDSv3Family", 6),
            new("standardFSv2Family", 16),
            new("standardESv3Family", 20),
        ],
    };

    /// <summary>The dedicated vCPUs of single families.</summary>
    /// <value>Empty.</value>
    public ValueMap<int> Families { get; init; } = ValueMap<int>.Empty;

    /// <summary>The dedicated vCPUs of each family that <see cref="Families"/> does not name.</summary>
    /// <value>10,000.</value>
    public int OtherFamilies { get; init; } = 10_000;

    /// <summary>The dedicated vCPUs of all families together.</summary>
    /// <value>100,000.</value>
    public int TotalDedicated { get; init; } = 100_000;

    /// <summary>The low-priority (Spot) vCPUs of all families together; there is no limit per family.</summary>
    /// <value>10,000.</value>
    public int TotalLowPriority { get; init; } = 10_000;

    /// <summary>Whether sizes that Azure has retired still run, as old examples expect.</summary>
    /// <value><see langword="true"/>.</value>
    public bool AllowRetiredSizes { get; init; } = true;

    /// <summary>The same quota with another limit for one family.</summary>
    /// <param name="family">The service's name of the family, for example <c>standardDSv2Family</c>.</param>
    /// <param name="virtualCpus">Its dedicated vCPUs.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public QuotaProfile WithFamily(string family, int virtualCpus)
    {
        ArgumentException.ThrowIfNullOrEmpty(family);
        ArgumentOutOfRangeException.ThrowIfNegative(virtualCpus);
        return this with { Families = Families.With(Known(family) ?? family, virtualCpus) };
    }

    internal bool IsValid => OtherFamilies >= 0 && TotalDedicated >= 0 && TotalLowPriority >= 0 && Families.Values.All(static v => v >= 0);

    internal int LimitOf(string family) => Known(family) is { } known ? Families[known] : OtherFamilies;

    private string? Known(string family) => Families.Keys.FirstOrDefault(k => k.Equals(family, StringComparison.OrdinalIgnoreCase));
}
