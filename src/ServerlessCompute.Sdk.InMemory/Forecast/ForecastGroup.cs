namespace ServerlessCompute;

/// <summary>What happened to the jobs of one family and tier in one run.</summary>
internal sealed class ForecastGroup
{
    public int Jobs { get; set; }

    public int Completed { get; set; }

    public int Refused { get; set; }

    public int Evictions { get; set; }

    public Int128 Cost { get; set; }

    /// <summary>How long the jobs that are over took from the first question for nodes to their end, in all.</summary>
    public Int128 TurnaroundTicks { get; set; }

    /// <summary>Cores in use times how long.</summary>
    public Int128 CoreTicks { get; set; }

    /// <summary>How long each job waited for its first nodes, in ticks; those that still wait at the end so long as they did.</summary>
    public List<long> Waits { get; } = [];

    public void Add(ForecastGroup other)
    {
        Jobs += other.Jobs;
        Completed += other.Completed;
        Refused += other.Refused;
        Evictions += other.Evictions;
        Cost += other.Cost;
        TurnaroundTicks += other.TurnaroundTicks;
        CoreTicks += other.CoreTicks;
        Waits.AddRange(other.Waits);
    }

    public double MeanWaitMinutes => Waits.Count == 0 ? 0 : Waits.Average(static w => w / (double)TimeSpan.TicksPerMinute);

    public double MeanTurnaroundMinutes => Completed == 0 ? 0 : (double)TurnaroundTicks / Completed / TimeSpan.TicksPerMinute;

    /// <summary>The wait that a share of the jobs does not exceed. Sorts the waits.</summary>
    public double WaitMinutes(double share)
    {
        if (Waits.Count == 0)
        {
            return 0;
        }

        Waits.Sort();
        int at = Math.Clamp((int)Math.Ceiling(share * Waits.Count) - 1, 0, Waits.Count - 1);
        return Waits[at] / (double)TimeSpan.TicksPerMinute;
    }
}
