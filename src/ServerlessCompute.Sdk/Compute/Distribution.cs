namespace ServerlessCompute;

/// <summary>How a job's processes find each other: PyTorch, MPI, TensorFlow or Ray. Immutable.</summary>
public abstract record Distribution : JobPart
{
    private protected Distribution()
    {
    }

    /// <summary>The word for this kind in the contract. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }
}
