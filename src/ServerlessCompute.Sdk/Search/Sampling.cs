namespace ServerlessCompute;

/// <summary>The ways in which a sweep draws from its search space.</summary>
public static class Sampling
{
    /// <summary>Each trial is drawn by itself.</summary>
    public static RandomSampling Random { get; } = new();

    /// <summary>Every combination of values is tried.</summary>
    public static GridSampling Grid { get; } = new();

    /// <summary>Trials are drawn where earlier ones promise most.</summary>
    public static BayesianSampling Bayesian { get; } = new();

    /// <summary>Trials are spread evenly by a Sobol sequence.</summary>
    /// <param name="seed">Makes the sequence repeat itself; null for another one each time.</param>
    public static RandomSampling Sobol(int? seed = null) => new() { Rule = RandomSamplingRule.Sobol, Seed = seed };
}
