namespace ServerlessCompute;

/// <summary>Which launcher's variables the ranks see.</summary>
internal enum LocalDistributionKind
{
    /// <summary>The command runs once on each node.</summary>
    None,

    PyTorch,

    Mpi,

    TensorFlow,

    Ray,
}
