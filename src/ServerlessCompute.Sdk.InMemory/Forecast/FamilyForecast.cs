namespace ServerlessCompute;

/// <summary>What becomes of the jobs of one family of VM sizes on one tier, or of all.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FamilyForecast
{
    /// <summary>The service's name of the family; <c>all</c> for all.</summary>
    public required string Family { get; init; }

    /// <summary>Whether these are the jobs on Spot machines.</summary>
    public required bool IsSpot { get; init; }

    /// <summary>How many jobs come.</summary>
    public required ForecastRange Jobs { get; init; }

    /// <summary>How many minutes a job waits for quota and machines, on average. Their start, up to 150 seconds, comes on top.</summary>
    public required ForecastRange MeanWait { get; init; }

    /// <summary>How many minutes half of the jobs wait at most.</summary>
    public required ForecastRange MedianWait { get; init; }

    /// <summary>How many minutes nineteen of twenty jobs wait at most.</summary>
    public required ForecastRange P95Wait { get; init; }

    /// <summary>How many minutes the job waits that waits longest.</summary>
    public required ForecastRange MaxWait { get; init; }

    /// <summary>
    /// How many minutes pass on average from when a job first asks for machines until it is over: waits, starts, the run, and runs that were
    /// lost with a Spot machine. Of the jobs that are over at the end.
    /// </summary>
    public required ForecastRange MeanTurnaround { get; init; }

    /// <summary>What the machines cost, in US dollars.</summary>
    public required ForecastRange Cost { get; init; }

    /// <summary>The share of the quota that is in use on average, from 0 to 1; of Spot the share of the region's one number.</summary>
    public required ForecastRange Utilization { get; init; }

    /// <summary>How many Spot machines are taken.</summary>
    public required ForecastRange Evictions { get; init; }

    /// <summary>How many jobs are over at the end.</summary>
    public required ForecastRange Completed { get; init; }

    /// <summary>How many jobs are refused, because quota can never hold them or their size is not offered.</summary>
    public required ForecastRange Refused { get; init; }
}
