namespace ServerlessCompute;

/// <summary>Something that is promised and measured.</summary>
internal abstract class Figure
{
    /// <summary>The names of what this measures.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    public abstract IAsyncEnumerable<Measurement> MeasureAsync();
}
