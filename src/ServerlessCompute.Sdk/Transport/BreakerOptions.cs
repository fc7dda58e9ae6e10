namespace ServerlessCompute;

/// <summary>
/// When a client stops sending requests to a workspace for a while: they would fail, and the service could not recover. Refusals that are
/// the caller's fault do not count, and neither does throttling. Immutable.
/// </summary>
public sealed record BreakerOptions
{
    /// <summary>The share of requests that must have failed.</summary>
    /// <value>0.9.</value>
    public double FailureRatio { get; init; } = 0.9;

    /// <summary>How many requests there must have been.</summary>
    /// <value>20.</value>
    public int MinimumRequests { get; init; } = 20;

    /// <summary>The time that is looked back on.</summary>
    /// <value>30 s.</value>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long nothing is sent; then one request tries whether the service is back.</summary>
    /// <value>15 s.</value>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What makes no sense, each as a sentence.</summary>
    internal IEnumerable<string> Problems()
    {
        if (FailureRatio is not (> 0 and <= 1))
        {
            yield return $"{nameof(FailureRatio)} is above 0 and at most 1.";
        }

        if (MinimumRequests < 2)
        {
            yield return $"{nameof(MinimumRequests)} is at least 2.";
        }

        if (Window < TimeSpan.FromSeconds(0.5) || Break < TimeSpan.FromSeconds(0.5))
        {
            yield return $"{nameof(Window)} and {nameof(Break)} are at least half a second.";
        }
    }
}
