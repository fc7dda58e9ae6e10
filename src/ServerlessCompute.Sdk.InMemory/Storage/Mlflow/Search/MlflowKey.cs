namespace ServerlessCompute;

/// <summary>What a search names on the left of a comparison, or sorts by.</summary>
/// <param name="Field">Which group of values.</param>
/// <param name="Name">The name in the group.</param>
/// <param name="IsNumber">Whether the values are numbers.</param>
internal sealed record MlflowKey(MlflowField Field, string Name, bool IsNumber);
