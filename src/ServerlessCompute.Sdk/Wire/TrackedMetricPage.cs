namespace ServerlessCompute;

/// <summary>A part of a metric's history.</summary>
/// <param name="Metrics">The values, in the order of the service.</param>
/// <param name="NextPageToken">What to ask the next part with; null on the last one.</param>
internal sealed record TrackedMetricPage(ValueList<TrackedMetric> Metrics, string? NextPageToken)
{
    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static TrackedMetricPage Read(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, MlflowWire.ReadHistory);
}
