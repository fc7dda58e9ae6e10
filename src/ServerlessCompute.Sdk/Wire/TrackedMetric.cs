namespace ServerlessCompute;

/// <summary>One logged value of a metric.</summary>
/// <param name="Key">The metric's name.</param>
/// <param name="Value">The value; may be infinite or no number.</param>
/// <param name="LoggedAt">When it was logged.</param>
/// <param name="Step">The step it belongs to.</param>
internal readonly record struct TrackedMetric(string Key, double Value, DateTimeOffset LoggedAt, long Step);
