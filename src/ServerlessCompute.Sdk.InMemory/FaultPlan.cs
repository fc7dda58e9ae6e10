namespace ServerlessCompute;

/// <summary>When a fault happens: always, to some by number, or to a share that the service's seed decides; to all or to some requests; all the time or for a while.</summary>
/// <remarks>
/// Immutable and thread-safe. What a plan matches is counted from 1 in the order in which it comes, so equal seeds and equal requests meet equal
/// faults. Each verb narrows the plan.
/// </remarks>
/// <example>
/// <code>
/// serverless.Faults
///     .Throttle(FaultPlan.Rate(0.3))
///     .LoseAcknowledgements(FaultPlan.First(1).On("PUT", "/jobs/"));
/// </code>
/// </example>
public sealed record FaultPlan
{
    private FaultPlan()
    {
    }

    /// <summary>Every time.</summary>
    public static FaultPlan Always { get; } = new();

    internal double? Share { get; private init; }

    internal ValueList<int>? Numbers { get; private init; }

    internal int? Most { get; private init; }

    internal TimeSpan From { get; private init; } = TimeSpan.Zero;

    internal TimeSpan Until { get; private init; } = TimeSpan.MaxValue;

    internal Func<FaultRequest, bool>? Match { get; private init; }

    /// <summary>A share of the times, decided by the service's seed.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public static FaultPlan Rate(double share)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A rate lies between 0 and 1.");
        }

        return Always with { Share = share };
    }

    /// <summary>The first times only.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static FaultPlan First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Always with { Most = count };
    }

    /// <summary>Certain times only.</summary>
    /// <param name="numbers">Which, counted from 1.</param>
    public static FaultPlan Only(params ReadOnlySpan<int> numbers) => Always with { Numbers = [.. numbers] };

    /// <summary>The same for requests of one verb, or to addresses that contain a text. For faults that happen to requests.</summary>
    /// <param name="method">The verb, for example <c>PUT</c>; <see langword="null"/> for all.</param>
    /// <param name="textInUri">The text, ignoring case; <see langword="null"/> for all.</param>
    public FaultPlan On(string? method, string? textInUri = null) => On(request =>
        (method is null || request.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (textInUri is null || request.Uri.AbsoluteUri.Contains(textInUri, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The same for some requests. For faults that happen to requests.</summary>
    /// <param name="match">Says which; called from any thread.</param>
    public FaultPlan On(Func<FaultRequest, bool> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        Func<FaultRequest, bool>? before = Match;
        return this with { Match = before is null ? match : request => before(request) && match(request) };
    }

    /// <summary>The same for a while of the service's time.</summary>
    /// <param name="from">The beginning, counted from when the service was made.</param>
    /// <param name="until">The end, counted likewise.</param>
    public FaultPlan Between(TimeSpan from, TimeSpan until) => this with { From = from, Until = until };
}
