using System.Collections.Concurrent;

namespace ServerlessCompute;

/// <summary>What training code is told on standard error: each kind of thing once, however often it happens.</summary>
internal sealed class TrainingNotices(TextWriter writer)
{
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    public void Once(string kind, string message)
    {
        if (_said.TryAdd(kind, true))
        {
            writer.WriteLine($"TrainingRun: {message}");
        }
    }
}
