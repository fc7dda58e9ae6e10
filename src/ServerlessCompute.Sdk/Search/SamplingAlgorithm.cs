namespace ServerlessCompute;

/// <summary>How a sweep draws from its search space. Made by <see cref="Sampling"/>. Immutable.</summary>
public abstract record SamplingAlgorithm : JobPart
{
    private protected SamplingAlgorithm()
    {
    }

    /// <summary>The contract's word for this kind. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }
}
