namespace ServerlessCompute;

/// <summary>As whom a job runs and reads its data. Immutable.</summary>
public abstract record IdentityConfiguration : JobPart
{
    private protected IdentityConfiguration()
    {
    }

    /// <summary>The word for this kind in the contract. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }
}
