using System.Globalization;

namespace ServerlessCompute;

/// <summary>Something that happened to a job of an <see cref="InMemoryServerless"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record InMemoryEvent
{
    /// <summary>When, on the service's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The job.</summary>
    public required string JobName { get; init; }

    /// <summary>The status that the job came to, or <c>Submitted</c>, <c>Waiting</c> (for quota), <c>NodesStarting</c>, <c>NodesReused</c>, <c>EvictionNoticed</c>, <c>EvictionWithdrawn</c>, <c>Evicted</c>, <c>NodeFailed</c>.</summary>
    public required string What { get; init; }

    /// <summary>The VM size, the family that is waited for, the schedule, trial, step or policy, or the error; <see langword="null"/> where there is nothing to add.</summary>
    public string? Detail { get; init; }

    /// <summary>One line: time, job, what, detail.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {JobName} {What}{(Detail is null ? "" : " ")}{Detail}");
}
