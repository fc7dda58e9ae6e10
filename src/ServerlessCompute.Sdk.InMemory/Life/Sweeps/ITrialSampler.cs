namespace ServerlessCompute;

/// <summary>Says which point of the unit cube is tried next.</summary>
internal interface ITrialSampler
{
    /// <summary>The next point, or null when there is none left.</summary>
    /// <param name="number">How many were drawn before.</param>
    /// <param name="trials">The trials so far; those that are over have a result, where they reported one.</param>
    double[]? Next(int number, IReadOnlyList<SweptTrial> trials);
}
