namespace ServerlessCompute;

/// <summary>
/// What is known of one of the service's limits: the requests it will still take, how fast it allows new ones, and until when it asked to be
/// left alone. Others may use the same limit; the service's answers tell of them, too. Under the lock of the <see cref="RequestPacer"/>.
/// </summary>
internal sealed class RateBucket(double documentedRate)
{
    /// <summary>Where the service says no numbers, a refusal is forgotten after this time.</summary>
    private static readonly TimeSpan _memory = TimeSpan.FromMinutes(1);

    /// <summary>The most that may have come together, until the service says more.</summary>
    private const int Least = 1;

    /// <summary>Nobody is slowed down below this share of the documented rate: a few answers may mislead.</summary>
    private const double Slowest = 0.05;

    /// <summary>Over a shorter time than this, answers say little about a rate.</summary>
    private static readonly TimeSpan _longEnough = TimeSpan.FromSeconds(1);

    private readonly double _fastest = documentedRate;
    private double _rate = documentedRate;
    private (int Left, DateTimeOffset At)? _mark;
    private int _takenSince;
    private bool _isTold;
    private double? _left;
    private double _most = Least;
    private DateTimeOffset _at;
    private DateTimeOffset _blockedUntil;

    /// <summary>Takes a place for a request.</summary>
    /// <returns>How long it has to wait for it.</returns>
    public TimeSpan Take(DateTimeOffset now)
    {
        DateTimeOffset start = _blockedUntil > now ? _blockedUntil : now;
        if (!_isTold && now - _blockedUntil > _memory)
        {
            _left = null;
        }

        if (_left is null)
        {
            return start - now;
        }

        Refill(start);
        _left--;
        _takenSince++;

        // Who waits already has taken one below zero, and is before this one.
        return start - now + (_left < 0 ? TimeSpan.FromSeconds(-_left.Value / _rate) : TimeSpan.Zero);
    }

    /// <summary>The service said how many requests it will still take; what others have taken is in that number.</summary>
    public void Note(int remaining, DateTimeOffset now)
    {
        _isTold = true;
        _most = Math.Max(_most, remaining);
        Learn(remaining, now);
        Refill(now);

        // Requests on their way are not yet in the service's number: near the end the smaller number is the safe one.
        _left = _left is { } left && left < remaining && remaining < _fastest ? left : remaining;
        _at = now > _at ? now : _at;
    }

    /// <summary>The service asked to be left alone.</summary>
    public void Block(DateTimeOffset until)
    {
        if (until > _blockedUntil)
        {
            _blockedUntil = until;
            _left = Least;
            _at = until;
            _mark = null;

            // It was asked too fast; the numbers that follow tell when faster will do again.
            _rate = _isTold ? Math.Max(_rate / 2, Slowest * _fastest) : _fastest;
        }
    }

    /// <summary>
    /// What others use of the same limit shows as requests that come back more slowly than documented: between two answers, as many came back
    /// as the numbers differ, beyond those that were used here.
    /// </summary>
    private void Learn(int remaining, DateTimeOffset now)
    {
        if (_mark is { } mark)
        {
            if (now - mark.At < _longEnough)
            {
                return;
            }

            // A limit that is not used up does not fill any further, and says nothing.
            if (remaining < _most)
            {
                double seen = (remaining - mark.Left + _takenSince) / (now - mark.At).TotalSeconds;
                _rate = Math.Clamp((_rate + seen) / 2, Slowest * _fastest, _fastest);
            }
        }

        _mark = (remaining, now);
        _takenSince = 0;
    }

    private void Refill(DateTimeOffset now)
    {
        if (now > _at)
        {
            _left = _left is { } left ? Math.Min(left + ((now - _at).TotalSeconds * _rate), _most) : null;
            _at = now;
        }
    }
}
