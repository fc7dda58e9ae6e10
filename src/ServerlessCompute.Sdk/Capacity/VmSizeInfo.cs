using System.Globalization;

namespace ServerlessCompute;

/// <summary>A size of machines that a region has. Immutable; can be made in tests.</summary>
public sealed record VmSizeInfo
{
    /// <summary>The name, such as <c>Standard_E4s_v3</c>. Compares without case.</summary>
    public required string Name { get; init; }

    /// <summary>The family whose quota it draws on.</summary>
    public required string Family { get; init; }

    /// <summary>Cores, which quota counts.</summary>
    public int VCpus { get; init; }

    /// <summary>Graphics processors.</summary>
    public int Gpus { get; init; }

    /// <summary>Memory in GiB.</summary>
    public double MemoryGB { get; init; }

    /// <summary>The temporary disk in MiB.</summary>
    public long ResourceDiskMB { get; init; }

    /// <summary>Whether it can be had as Spot.</summary>
    public bool IsLowPriorityCapable { get; init; }

    /// <summary>What it can be used for: <c>AmlCompute</c>, <c>ComputeInstance</c>.</summary>
    public ValueList<string> ComputeTypes { get; init; } = ValueList<string>.Empty;

    /// <summary>What it costs. The service leaves prices out for some sizes, and has several for some.</summary>
    public ValueList<VmPrice> Prices { get; init; } = ValueList<VmPrice>.Empty;

    /// <summary>The price of an hour of a Linux machine in a tier: the lowest that the service says.</summary>
    /// <param name="tier">The tier; Spot falls back on the price of low priority.</param>
    /// <returns>Null where the service says none.</returns>
    public VmPrice? PriceOf(JobTier tier)
    {
        string[] tiers = tier == JobTier.Spot ? ["Spot", "LowPriority"] : ["Standard"];
        return tiers
            .Select(word => Prices.Where(price => Is(price.Tier, word) && Is(price.OsType, "Linux")).MinBy(static price => price.PerHour))
            .FirstOrDefault(static price => price is not null);
    }

    /// <summary>The name, cores, memory and processors.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}: {VCpus} cores, {MemoryGB:0.##} GB{(Gpus > 0 ? $", {Gpus} GPUs" : "")}");

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
