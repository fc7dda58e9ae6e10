namespace ServerlessCompute;

/// <summary>Jobs of one kind that come again and again, at random times: part of a described <see cref="Workload"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record WorkloadFlow
{
    /// <summary>What the jobs are called. Jobs of one flow have one image, so that one may use the nodes of another.</summary>
    public required string Name { get; init; }

    /// <summary>How many come in a day, on average.</summary>
    public required double JobsPerDay { get; init; }

    /// <summary>How long they run.</summary>
    public required JobDuration Duration { get; init; }

    /// <summary>The VM size that they name.</summary>
    /// <value><see langword="null"/>: the service chooses.</value>
    public string? InstanceType { get; init; }

    /// <summary>The machines that each asks for.</summary>
    /// <value>1.</value>
    public int NodeCount { get; init; } = 1;

    /// <summary>The share of jobs that asks for Spot machines, from 0 to 1.</summary>
    /// <value>0: all are dedicated.</value>
    public double SpotShare { get; init; }

    /// <summary>How often they save what they have done: a job whose Spot machine is taken goes on from there when it runs again.</summary>
    /// <value><see langword="null"/>: it begins anew.</value>
    public TimeSpan? SaveEvery { get; init; }

    /// <summary>How many come in each hour of the day, in UTC, in relation to each other: 24 numbers.</summary>
    /// <value>Empty: as many in each.</value>
    public ValueList<int> HourWeights { get; init; } = [];

    /// <summary>How many come on Saturdays and Sundays, in relation to other days.</summary>
    /// <value>1: as many.</value>
    public double WeekendShare { get; init; } = 1;

    /// <summary>The same with more or fewer jobs.</summary>
    /// <param name="factor">How many times as many.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public WorkloadFlow Scale(double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        return this with { JobsPerDay = JobsPerDay * factor };
    }

    internal void Validate()
    {
        bool weightsAreRight = HourWeights.Count is 0 or 24 && HourWeights.All(static w => w >= 0) && (HourWeights.Count == 0 || HourWeights.Any(static w => w > 0));
        if (!(JobsPerDay is >= 0 and <= 1e9) || NodeCount < 1 || !(SpotShare is >= 0 and <= 1) || SaveEvery <= TimeSpan.Zero || !(WeekendShare is >= 0 and <= 1000) || !weightsAreRight)
        {
            throw new InvalidOperationException(
                $"The flow '{Name}' cannot be: JobsPerDay is from 0 to a billion, NodeCount at least 1, SpotShare from 0 to 1, SaveEvery positive, WeekendShare not negative, HourWeights 24 numbers from 0 on of which one is more, or none.");
        }
    }
}
