namespace ServerlessCompute;

/// <summary>One logged value.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Step">The step that the training code gave, 0 by default.</param>
/// <param name="Timestamp">Milliseconds since 1970, as the training code said.</param>
/// <param name="Value">The value; may be NaN or infinite.</param>
internal readonly record struct MlflowMetric(string Name, long Step, long Timestamp, double Value);
