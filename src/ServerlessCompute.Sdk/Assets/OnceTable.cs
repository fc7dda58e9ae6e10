using System.Collections.Concurrent;

namespace ServerlessCompute;

/// <summary>Makes something for each key once, and remembers it; whoever asks meanwhile waits for the first. A failure is not remembered.</summary>
internal sealed class OnceTable<TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<string>>> _made = [];

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<string> GetAsync(TKey key, Func<Task<string>> make, CancellationToken cancellationToken)
    {
        while (true)
        {
            var mine = new Lazy<Task<string>>(make);
            Lazy<Task<string>> first = _made.GetOrAdd(key, mine);
            try
            {
                return await first.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                if (first.Value.IsCompleted)
                {
                    _made.TryRemove(KeyValuePair.Create(key, first));
                }

                // Somebody else gave up, not the one who asks here.
                if (e is not OperationCanceledException || ReferenceEquals(first, mine) || cancellationToken.IsCancellationRequested)
                {
                    throw;
                }
            }
        }
    }
}
