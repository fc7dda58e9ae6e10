namespace ServerlessCompute;

/// <summary>One process per rank, started by MPI. Immutable.</summary>
public sealed record MpiDistribution : Distribution
{
    /// <summary>Processes on each node.</summary>
    /// <value>Null: the service takes 1.</value>
    public int? ProcessCountPerInstance { get; init; }

    internal override string Kind => "Mpi";
}
