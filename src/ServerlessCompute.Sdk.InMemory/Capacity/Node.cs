namespace ServerlessCompute;

/// <summary>A virtual machine, from its start to its release. Under the engine's lock.</summary>
internal sealed class Node(long number, VmSize size, ComputeTier tier, long pool, long startedAt)
{
    public long Number { get; } = number;

    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"node-{Number:000000}");

    public VmSize Size { get; } = size;

    public ComputeTier Tier { get; } = tier;

    public long Pool { get; } = pool;

    /// <summary>UTC ticks.</summary>
    public long StartedAt { get; } = startedAt;

    /// <summary>Who pays for it: whoever has it, or had it last.</summary>
    public NodeClaim? Payer { get; set; }

    /// <summary>Who has it; null while nobody uses it.</summary>
    public NodeClaim? User => IdleSince is null && !IsReleased ? Payer : null;

    /// <summary>That it will be taken, while that is so.</summary>
    public SpotNotice? Notice { get; set; }

    /// <summary>Until when it is paid for.</summary>
    public long PaidUntil { get; set; } = startedAt;

    /// <summary>Since when nobody uses it; null while somebody does.</summary>
    public long? IdleSince { get; set; }

    /// <summary>How often it changed hands: an entry in a list of idle nodes that tells of another number is old.</summary>
    public int Turn { get; set; }

    public bool IsReleased { get; set; }
}
