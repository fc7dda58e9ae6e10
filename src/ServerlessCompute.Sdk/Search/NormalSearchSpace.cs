namespace ServerlessCompute;

/// <summary>A number of a normal distribution. Immutable.</summary>
public sealed record NormalSearchSpace : SearchSpace
{
    /// <summary>The mean.</summary>
    public double Mu { get; init; }

    /// <summary>The standard deviation.</summary>
    public double Sigma { get; init; }

    internal override string Kind => "normal";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
