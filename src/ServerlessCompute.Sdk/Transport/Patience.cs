namespace ServerlessCompute;

/// <summary>Marks a message that is repeated for longer than others: somebody watches or waits.</summary>
internal sealed class Patience(TimeSpan span)
{
    public TimeSpan Span { get; } = span;
}
