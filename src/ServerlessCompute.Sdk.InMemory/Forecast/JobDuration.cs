namespace ServerlessCompute;

/// <summary>How long the jobs of a described workload run.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record JobDuration
{
    private readonly Func<Chance, double> _seconds;

    private JobDuration(TimeSpan mean, string text, Func<Chance, double> seconds) => (Mean, Text, _seconds) = (mean, text, seconds);

    /// <summary>How long they run on average.</summary>
    public TimeSpan Mean { get; }

    private string Text { get; }

    /// <summary>Always as long.</summary>
    /// <param name="time">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static JobDuration Exactly(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return new JobDuration(time, $"{time}", _ => time.TotalSeconds);
    }

    /// <summary>Mostly short, seldom long: exponentially distributed.</summary>
    /// <param name="mean">The average.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static JobDuration Exponential(TimeSpan mean)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mean, TimeSpan.Zero);
        return new JobDuration(mean, $"exponential, mean {mean}", chance => mean.TotalSeconds * chance.Exponential());
    }

    /// <summary>Anything between two times, all equally likely.</summary>
    /// <param name="least">The shortest.</param>
    /// <param name="most">The longest.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, or they are in the wrong order.</exception>
    public static JobDuration Between(TimeSpan least, TimeSpan most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        return new JobDuration((least + most) / 2, $"{least} to {most}", chance => least.TotalSeconds + ((most - least).TotalSeconds * chance.Uniform()));
    }

    /// <summary>As training jobs mostly are: half are shorter than a time, a few are far longer (log-normally distributed).</summary>
    /// <param name="median">Half are shorter.</param>
    /// <param name="p95">One in twenty is longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The median is not positive, or the other time is shorter.</exception>
    public static JobDuration Skewed(TimeSpan median, TimeSpan p95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(median, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(p95, median);
        double mu = Chance.Ln(median.TotalSeconds);
        double sigma = (Chance.Ln(p95.TotalSeconds) - mu) / 1.6448536269514722;
        return new JobDuration(
            TimeSpan.FromSeconds(Chance.Exp(mu + (sigma * sigma / 2))),
            $"median {median}, 95 % below {p95}",
            chance => Chance.Exp(mu + (sigma * chance.Normal())));
    }

    /// <summary>One of some times that were seen, all equally likely.</summary>
    /// <param name="times">The times.</param>
    /// <exception cref="ArgumentException">There are none, or one is negative.</exception>
    public static JobDuration OneOf(params IEnumerable<TimeSpan> times)
    {
        TimeSpan[] seen = [.. times];
        if (seen.Length == 0 || Array.Exists(seen, static t => t < TimeSpan.Zero))
        {
            throw new ArgumentException("Durations that were seen are one or more times from zero on.", nameof(times));
        }

        return new JobDuration(
            TimeSpan.FromTicks((long)seen.Average(static t => t.Ticks)),
            $"one of {seen.Length}",
            chance => seen[chance.Below(seen.Length)].TotalSeconds);
    }

    /// <summary>What it is, in a few words.</summary>
    public override string ToString() => Text;

    /// <summary>A duration in ticks, in whole milliseconds.</summary>
    internal long Draw(Chance chance) => (long)(_seconds(chance) * 1000) * TimeSpan.TicksPerMillisecond;
}
