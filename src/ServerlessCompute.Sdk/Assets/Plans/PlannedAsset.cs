namespace ServerlessCompute;

/// <summary>Something that a job needs in the workspace before it is sent there.</summary>
internal abstract record PlannedAsset
{
    /// <summary>What it is, in a line.</summary>
    public abstract string Describe();
}
