namespace ServerlessCompute;

/// <summary>How a job's command is spread over processes.</summary>
internal sealed record LocalDistribution(LocalDistributionKind Kind, int NodeCount, int ProcessesPerNode)
{
    /// <summary>TensorFlow's workers.</summary>
    public int Workers { get; init; }

    /// <summary>TensorFlow's parameter servers, which run until the workers are done.</summary>
    public int ParameterServers { get; init; }

    public int ProcessCount => Math.Max(1, Kind switch
    {
        LocalDistributionKind.TensorFlow => Workers + ParameterServers,
        LocalDistributionKind.Ray => 1,
        _ => NodeCount * ProcessesPerNode,
    });
}
