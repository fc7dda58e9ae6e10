namespace ServerlessCompute;

/// <summary>One value of a metric. Immutable.</summary>
/// <param name="Value">The value; may be NaN or infinite.</param>
/// <param name="Step">The step it was logged at.</param>
/// <param name="Time">When it was logged.</param>
public readonly record struct MetricPoint(double Value, long Step, DateTimeOffset Time);
