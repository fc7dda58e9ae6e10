namespace ServerlessCompute;

/// <summary>A number between two others, each as likely as the next. Immutable.</summary>
public sealed record UniformSearchSpace : SearchSpace
{
    /// <summary>The smallest value.</summary>
    public double MinValue { get; init; }

    /// <summary>The largest value.</summary>
    public double MaxValue { get; init; }

    internal override string Kind => "uniform";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
