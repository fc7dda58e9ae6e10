namespace ServerlessCompute;

/// <summary>The sampler that a sweep asks for.</summary>
internal static class TrialSamplers
{
    /// <param name="spec">The sweep.</param>
    /// <param name="seed">The service's seed, for a sweep that brings none.</param>
    /// <param name="job">The sweep's name: without a seed of their own, sweeps of other names draw other points.</param>
    public static ITrialSampler Of(SweepSpec spec, int seed, string job)
    {
        (int own, string name) = spec.Seed is { } given ? (given, "") : (seed, job);
        return spec.Sampling.ToUpperInvariant() switch
        {
            "GRID" => new GridSampler(spec.Space),
            "BAYESIAN" => new BayesianSampler(spec, own, name),
            "RANDOM" when spec.Rule.Equals("Sobol", StringComparison.OrdinalIgnoreCase) => new SobolSampler(own, name, spec.Space.Size),
            _ => new RandomSampler(own, name, spec.Space.Size),
        };
    }
}
