namespace ServerlessCompute;

/// <summary>Every combination of a space of choices, one after the other.</summary>
internal sealed class GridSampler(TrialSpace space) : ITrialSampler
{
    public double[]? Next(int number, IReadOnlyList<SweptTrial> trials) => number < space.Combinations ? space.Combination(number) : null;
}
