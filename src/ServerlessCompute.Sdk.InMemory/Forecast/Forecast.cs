namespace ServerlessCompute;

/// <summary>
/// A question about the time ahead: with this workload, this quota, these tiers and this Spot market, how long will jobs wait, what will they
/// cost, how much of the quota is in use, how many machines are taken?
/// </summary>
/// <remarks>
/// Immutable and thread-safe. It runs on the in-memory service's own ledger, scheduler, nodes and Spot market, once for each seed: arrivals,
/// durations and the market differ from seed to seed, and equal seeds give equal results on every platform. It begins with nobody there.
/// </remarks>
/// <example>
/// <code>
/// var now = new Forecast
/// {
///     Workload = Workload.Of(new WorkloadFlow
///     {
///         Name = "fine-tuning", JobsPerDay = 40, InstanceType = "Standard_NC24ads_A100_v4",
///         Duration = JobDuration.Skewed(median: TimeSpan.FromHours(2), p95: TimeSpan.FromHours(9)),
///     }),
///     Quota = QuotaProfile.Generous.WithFamily("StandardNCADSA100v4Family", 120),
/// };
/// ForecastResult result = await now.RunAsync();
/// ForecastResult more = await (now with { Quota = now.Quota.WithFamily("StandardNCADSA100v4Family", 320) }).RunAsync();
/// </code>
/// </example>
public sealed record Forecast
{
    /// <summary>The jobs.</summary>
    public required Workload Workload { get; init; }

    /// <summary>The quota.</summary>
    /// <value><see cref="QuotaProfile.Generous"/>.</value>
    public QuotaProfile Quota { get; init; } = QuotaProfile.Generous;

    /// <summary>The region, which decides of sizes and prices.</summary>
    /// <value><c>eastus</c>.</value>
    public string Region { get; init; } = "eastus";

    /// <summary>The Spot market. A job whose machine is taken runs again, or (<see cref="SpotMarket.OnEviction"/>) is lost.</summary>
    /// <value><see cref="SpotMarket.Typical"/>, and jobs run again.</value>
    public SpotMarket Spot { get; init; } = SpotMarket.Typical with { OnEviction = SpotEvictionPolicy.Requeue };

    /// <summary>How far ahead.</summary>
    /// <value>30 days.</value>
    public TimeSpan Length { get; init; } = TimeSpan.FromDays(30);

    /// <summary>When it begins: hours of the day and weekends count from there.</summary>
    /// <value>2026-01-05, a Monday, 00:00 UTC.</value>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How long idle nodes are kept for the next job.</summary>
    /// <value>120 seconds.</value>
    public TimeSpan IdleNodeTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The seeds: one run each. The more, the narrower the ranges.</summary>
    /// <value>1 to 10.</value>
    public ValueList<int> Seeds { get; init; } = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    /// <summary>Runs several forecasts, to be looked at beside each other.</summary>
    /// <param name="forecasts">The forecasts and their names.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">A forecast cannot be: the message says why.</exception>
    /// <exception cref="ArgumentException">A figure of a Spot market cannot be.</exception>
    public static async Task<ForecastComparison> CompareAsync(IEnumerable<KeyValuePair<string, Forecast>> forecasts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        var results = new List<KeyValuePair<string, ForecastResult>>();
        foreach ((string name, Forecast forecast) in forecasts)
        {
            results.Add(new(name, await forecast.RunAsync(cancellationToken).ConfigureAwait(false)));
        }

        return new ForecastComparison { Results = [.. results] };
    }

    /// <summary>Runs it, the seeds side by side on the machine's processors.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">It cannot be: the message says why.</exception>
    /// <exception cref="ArgumentException">A figure of the Spot market cannot be.</exception>
    public async Task<ForecastResult> RunAsync(CancellationToken cancellationToken = default)
    {
        Validate();
        var outcomes = new ForecastOutcome[Seeds.Count];
        await Parallel.ForAsync(
            0,
            Seeds.Count,
            cancellationToken,
            (i, stop) =>
            {
                outcomes[i] = new ForecastRun(this, Seeds[i], ForecastTimings.Service).Play(stop);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        return ForecastSummary.Of(this, outcomes);
    }

    private void Validate()
    {
        Workload.Validate();
        Spot.Validate();
        if (Seeds.Count == 0 || Length <= TimeSpan.Zero || IdleNodeTime < TimeSpan.Zero || !Quota.IsValid)
        {
            throw new InvalidOperationException("A forecast has one seed or more, a length that is positive, an idle time and quota that are not negative.");
        }
    }
}
