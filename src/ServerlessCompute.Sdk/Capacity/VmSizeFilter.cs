namespace ServerlessCompute;

/// <summary>Which sizes of machines are wanted. Immutable.</summary>
public sealed record VmSizeFilter
{
    /// <summary>At least so many cores.</summary>
    public int MinVCpus { get; init; }

    /// <summary>At least so much memory, in GiB.</summary>
    public double MinMemoryGB { get; init; }

    /// <summary>At least so many graphics processors.</summary>
    public int MinGpus { get; init; }

    /// <summary>Only this size; without case.</summary>
    public string? Name { get; init; }

    /// <summary>The tier they are wanted in: Spot is not to be had of every size.</summary>
    /// <value>Unset: any.</value>
    public JobTier Tier { get; init; }

    /// <summary>At most so much an hour for a Linux machine in that tier; sizes without a price are left out.</summary>
    public decimal? MaxPricePerHour { get; init; }

    /// <summary>What a job says about its machines: the size that it names, the tier that it asks for.</summary>
    public static VmSizeFilter For(CommandJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new VmSizeFilter { Name = job.Resources?.InstanceType, Tier = job.QueueSettings?.JobTier ?? default };
    }

    internal bool Matches(VmSizeInfo size) =>
        size.VCpus >= MinVCpus
        && size.MemoryGB >= MinMemoryGB
        && size.Gpus >= MinGpus
        && (Name is null || size.Name.Equals(Name, StringComparison.OrdinalIgnoreCase))
        && (Tier != JobTier.Spot || size.IsLowPriorityCapable)
        && (MaxPricePerHour is not { } most || size.PriceOf(Tier) is { } price && price.PerHour <= most)
        && (size.ComputeTypes.Count == 0 || size.ComputeTypes.Contains("AmlCompute", StringComparer.OrdinalIgnoreCase));
}
