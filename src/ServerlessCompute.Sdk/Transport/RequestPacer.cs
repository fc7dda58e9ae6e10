using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>
/// Holds requests back before the service refuses them. It learns from answers: <c>x-ms-ratelimit-remaining-*</c> says how many more will be
/// taken, a 429 how long to stay away. Thread-safe.
/// </summary>
internal sealed class RequestPacer(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string? Host, RateKind Kind), RateBucket> _buckets = [];

    /// <summary>Takes a place for a request.</summary>
    /// <returns>How long it has to wait for it.</returns>
    public TimeSpan Take(Request request)
    {
        lock (_gate)
        {
            return _buckets.TryGetValue((request.Uri.Host, RateKind.Of(request.Method)), out RateBucket? bucket) ? bucket.Take(time.GetUtcNow()) : TimeSpan.Zero;
        }
    }

    /// <summary>Learns from an answer.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="response">The answer.</param>
    /// <param name="wait">The wait that the answer names, if it does.</param>
    public void Note(Request request, Response response, TimeSpan? wait)
    {
        var kind = RateKind.Of(request.Method);
        int? remaining = kind.Remaining(response);
        bool isThrottled = response.Status == 429 && wait is not null;
        if (remaining is null && !isThrottled)
        {
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
        {
            if (!_buckets.TryGetValue((request.Uri.Host, kind), out RateBucket? bucket))
            {
                _buckets.Add((request.Uri.Host, kind), bucket = new RateBucket(kind.RefillPerSecond));
            }

            if (remaining is { } left)
            {
                bucket.Note(left, now);
            }

            if (isThrottled)
            {
                bucket.Block(now + wait!.Value);
            }
        }
    }
}
