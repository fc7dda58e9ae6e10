namespace ServerlessCompute;

/// <summary>Something that a job needs in the workspace before it is sent there.</summary>
internal abstract record AssetNeed
{
    /// <summary>What stands for it in the planned job, and in what else needs it, until the service has named it.</summary>
    public required string Placeholder { get; init; }

    /// <summary>The same for users; what is needed for it first comes before it.</summary>
    public abstract IEnumerable<PlannedAsset> Describe();
}
