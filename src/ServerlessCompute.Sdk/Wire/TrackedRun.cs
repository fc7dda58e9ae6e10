namespace ServerlessCompute;

/// <summary>What MLflow's tracking knows of a run.</summary>
internal sealed record TrackedRun
{
    public string? RunId { get; init; }

    public string? ExperimentId { get; init; }

    /// <summary>MLflow's word: RUNNING, SCHEDULED, FINISHED, FAILED or KILLED.</summary>
    public string? Status { get; init; }

    public string? ArtifactUri { get; init; }

    /// <summary>The last value of each metric.</summary>
    public ValueList<TrackedMetric> Metrics { get; init; } = ValueList<TrackedMetric>.Empty;

    public ValueMap<string> Parameters { get; init; } = ValueMap<string>.Empty;

    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static TrackedRun Read(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, MlflowWire.ReadRunAnswer);
}
