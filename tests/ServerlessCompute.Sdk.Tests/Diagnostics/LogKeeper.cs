using Microsoft.Extensions.Logging;

namespace ServerlessCompute;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogKeeper : ILoggerFactory, ILogger
{
    private readonly List<(EventId Id, LogLevel Level, string Text)> _kept = [];

    public HashSet<string> Categories { get; } = [];

    public IReadOnlyList<(EventId Id, LogLevel Level, string Text)> Kept
    {
        get
        {
            lock (_kept)
            {
                return [.. _kept];
            }
        }
    }

    public IEnumerable<string> this[string name] => Kept.Where(kept => kept.Id.Name == name).Select(kept => kept.Text);

    public ILogger CreateLogger(string categoryName)
    {
        Categories.Add(categoryName);
        return this;
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_kept)
        {
            _kept.Add((eventId, logLevel, formatter(state, exception) + (exception is null ? "" : "\n" + exception)));
        }
    }

    public void Dispose()
    {
    }
}
