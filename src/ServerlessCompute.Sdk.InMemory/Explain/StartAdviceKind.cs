namespace ServerlessCompute;

/// <summary>What would let a job start sooner.</summary>
public enum StartAdviceKind
{
    /// <summary>Fewer machines.</summary>
    FewerNodes,

    /// <summary>A VM size of another family.</summary>
    AnotherSize,

    /// <summary>The other tier: Spot in place of Standard, or the other way round.</summary>
    AnotherTier,

    /// <summary>More quota.</summary>
    MoreQuota,

    /// <summary>Serverless compute in place of the named cluster.</summary>
    Serverless,
}
