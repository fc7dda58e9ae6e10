namespace ServerlessCompute;

/// <summary>A VM size of the catalogue. What public sources do not tell is null.</summary>
internal sealed record VmSize
{
    /// <summary>Its place in the catalogue.</summary>
    public required int Index { get; init; }

    public required string Name { get; init; }

    public required VmFamily Family { get; init; }

    public required int VCpus { get; init; }

    public required int MemoryGiB { get; init; }

    public int Gpus { get; init; }

    public string? GpuType { get; init; }

    /// <summary>The local disk in MiB.</summary>
    public int? ResourceDiskMB { get; init; }

    public int? OsDiskMB { get; init; }

    public bool LowPriorityCapable { get; init; }

    /// <summary>US dollars an hour, dedicated, Linux.</summary>
    public decimal? Price { get; init; }

    /// <summary>US dollars an hour on low priority, in 2020: stale.</summary>
    public decimal? LowPriorityPrice { get; init; }

    /// <summary>US dollars an hour on Spot, in one region on one day.</summary>
    public decimal? SpotPrice { get; init; }

    /// <summary>Azure marks the sizes with fast interconnect by an 'r' in their name: ND96asr_v4, HB120rs_v3.</summary>
    public bool HasInfiniband => Name.Contains("r_", StringComparison.Ordinal) || Name.Contains("rs", StringComparison.Ordinal);

    /// <summary>Whether Azure has retired the size.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Whether the region has it.</summary>
    public bool IsOffered { get; init; }
}
