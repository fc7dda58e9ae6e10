namespace ServerlessCompute;

/// <summary>
/// The repetitions that a client has in stock. Each takes one; a request that succeeds after repetitions gives one back, one that succeeds at
/// once a fifth of one. Thread-safe.
/// </summary>
internal sealed class RetryBudget(int most)
{
    /// <summary>Counted in fifths.</summary>
    private const int Whole = 5;

    private readonly long _most = (long)most * Whole;
    private long _left = (long)most * Whole;

    /// <summary>Takes a repetition; false when there is none left.</summary>
    public bool TryTake()
    {
        if (Interlocked.Add(ref _left, -Whole) >= 0)
        {
            return true;
        }

        Interlocked.Add(ref _left, Whole);
        return false;
    }

    public void Succeeded(bool atOnce)
    {
        if (Volatile.Read(ref _left) < _most)
        {
            long left = Interlocked.Add(ref _left, atOnce ? 1 : Whole);
            if (left > _most)
            {
                Interlocked.Add(ref _left, _most - left);
            }
        }
    }
}
