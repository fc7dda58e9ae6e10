namespace ServerlessCompute;

/// <summary>A value that a job logged.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Value">The value.</param>
/// <param name="Step">The step that it was logged for.</param>
public sealed record InMemoryMetric(string Name, double Value, long Step);
