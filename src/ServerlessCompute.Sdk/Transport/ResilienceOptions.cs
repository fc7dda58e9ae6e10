namespace ServerlessCompute;

/// <summary>
/// What a client does when the service is busy, slow, broken, or loses an answer. The defaults suit a program that submits and watches jobs.
/// Immutable.
/// </summary>
/// <example>
/// <code>
/// var options = new ServerlessComputeClientOptions { Resilience = new ResilienceOptions { MaxRetries = 5, HedgeReadsAfter = TimeSpan.FromSeconds(2) } };
/// </code>
/// </example>
public sealed record ResilienceOptions
{
    /// <summary>Every request once, as long as it takes: for programs with a resilience of their own.</summary>
    public static ResilienceOptions None { get; } = new() { MaxRetries = 0, WatchPatience = TimeSpan.Zero, Breaker = null, PacesRequests = false };

    /// <summary>How often a request is repeated. Every request of this library may be: jobs are named before they are sent.</summary>
    /// <value>Null: <c>Retry.MaxRetries</c> of the client's options, which is 3.</value>
    public int? MaxRetries { get; init; }

    /// <summary>The first wait before a repetition, where the service names none; later ones are longer, and all of them vary at random.</summary>
    /// <value>Null: <c>Retry.Delay</c> of the client's options, which is 0.8 s.</value>
    public TimeSpan? Delay { get; init; }

    /// <summary>The longest such wait.</summary>
    /// <value>Null: <c>Retry.MaxDelay</c> of the client's options, which is a minute.</value>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>How long one attempt may take, on the system's clock. Requests that the service holds until something happens have an hour more.</summary>
    /// <value>Null: <c>Retry.NetworkTimeout</c> of the client's options, which is 100 s.</value>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>How long a request may take in all, with its repetitions and waits; then it ends in a <see cref="TimeoutException"/>.</summary>
    /// <value>Null: as long as its attempts.</value>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>
    /// How many repetitions the client has in stock, for all its requests together: each takes one, each request that succeeds gives some
    /// back. A service that is down is so spared the load of everybody trying again. Repetitions that the service asked for cost nothing.
    /// </summary>
    /// <value>100.</value>
    public int RetryBudget { get; init; } = 100;

    /// <summary>How long a watch or a wait goes on while the service cannot be reached; nothing is lost meanwhile.</summary>
    /// <value>One hour.</value>
    public TimeSpan WatchPatience { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When to stop sending requests to a workspace that fails them all; null for never.</summary>
    /// <value>After nine of ten of at least 20 requests within 30 s failed, for 15 s.</value>
    public BreakerOptions? Breaker { get; init; } = new();

    /// <summary>After how long a request that only reads is sent a second time, while the first goes on; the first answer counts.</summary>
    /// <value>Null: never.</value>
    public TimeSpan? HedgeReadsAfter { get; init; }

    /// <summary>
    /// Whether requests are held back before the service refuses them: it tells with each answer how many more it will take, and with a refusal
    /// how long to stay away.
    /// </summary>
    /// <value>True.</value>
    public bool PacesRequests { get; init; } = true;

    /// <summary>What makes no sense, each as a sentence.</summary>
    internal IEnumerable<string> Problems()
    {
        if (MaxRetries < 0 || RetryBudget < 0)
        {
            yield return $"{nameof(MaxRetries)} and {nameof(RetryBudget)} are not negative.";
        }

        if (Delay < TimeSpan.Zero || MaxDelay < TimeSpan.Zero || WatchPatience < TimeSpan.Zero)
        {
            yield return $"{nameof(Delay)}, {nameof(MaxDelay)} and {nameof(WatchPatience)} are not negative.";
        }

        if (AttemptTimeout <= TimeSpan.Zero || TotalTimeout <= TimeSpan.Zero || HedgeReadsAfter <= TimeSpan.Zero)
        {
            yield return $"{nameof(AttemptTimeout)}, {nameof(TotalTimeout)} and {nameof(HedgeReadsAfter)} are longer than nothing.";
        }

        foreach (string problem in Breaker?.Problems() ?? [])
        {
            yield return $"{nameof(Breaker)}: {problem}";
        }
    }
}
