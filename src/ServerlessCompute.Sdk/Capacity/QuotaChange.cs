namespace ServerlessCompute;

/// <summary>What the service did about one limit that was to be changed. Immutable; can be made in tests.</summary>
public sealed record QuotaChange
{
    /// <summary>The limit's resource id.</summary>
    public required string Id { get; init; }

    /// <summary>How many cores there may be now.</summary>
    public long Limit { get; init; }

    /// <summary>
    /// The service's word: <c>Success</c>, <c>Failure</c>, <c>InvalidQuotaBelowClusterMinimum</c>, <c>InvalidQuotaExceedsSubscriptionLimit</c>,
    /// <c>InvalidVMFamilyName</c>, <c>OperationNotSupportedForSku</c>, <c>OperationNotEnabledForRegion</c>.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>Whether the limit was changed.</summary>
    public bool IsDone => string.Equals(Status, "Success", StringComparison.OrdinalIgnoreCase);

    /// <summary>The limit and the service's word.</summary>
    public override string ToString() => $"{Id}: {Limit}, {Status}";
}
