namespace ServerlessCompute;

/// <summary>A number between two others, rounded to multiples of a step. Immutable.</summary>
public sealed record QUniformSearchSpace : SearchSpace
{
    /// <summary>The smallest value.</summary>
    public double MinValue { get; init; }

    /// <summary>The largest value.</summary>
    public double MaxValue { get; init; }

    /// <summary>The step.</summary>
    public double Q { get; init; }

    internal override string Kind => "quniform";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
