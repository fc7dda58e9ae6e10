namespace ServerlessCompute;

/// <summary>The limits that a job may run into, the narrowest first.</summary>
internal enum QuotaScope : byte
{
    /// <summary>None: there is room.</summary>
    None,

    /// <summary>The workspace's own limit of the family.</summary>
    Workspace,

    /// <summary>The subscription's limit of the family.</summary>
    Family,

    /// <summary>The region's total, of all families together.</summary>
    Total,
}
