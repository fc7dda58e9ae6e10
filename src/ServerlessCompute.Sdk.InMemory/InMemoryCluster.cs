using System.Globalization;

namespace ServerlessCompute;

/// <summary>A named compute cluster of an <see cref="InMemoryServerless"/>, as it was when it was read: see <see cref="InMemoryServerless.AddCluster"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record InMemoryCluster
{
    /// <summary>The name that jobs call.</summary>
    public required string Name { get; init; }

    /// <summary>The VM size of its nodes.</summary>
    public required string InstanceType { get; init; }

    /// <summary>It never has fewer nodes.</summary>
    public required int MinNodes { get; init; }

    /// <summary>It never has more nodes.</summary>
    public required int MaxNodes { get; init; }

    /// <summary>How long a node stays idle before it goes.</summary>
    public required TimeSpan IdleTimeBeforeScaleDown { get; init; }

    /// <summary>The nodes that start.</summary>
    public required int PreparingNodes { get; init; }

    /// <summary>The nodes that run jobs.</summary>
    public required int RunningNodes { get; init; }

    /// <summary>The nodes that wait for jobs.</summary>
    public required int IdleNodes { get; init; }

    /// <summary>The nodes that go; as long as there are any, none can come.</summary>
    public required int LeavingNodes { get; init; }

    /// <summary>The jobs that wait for its nodes.</summary>
    public required int WaitingJobs { get; init; }

    /// <summary>The service's code of what keeps it from being made or from growing, for example <c>ClusterCoreQuotaReached</c>; <see langword="null"/> when nothing does.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The sentence that belongs to the code.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>What its nodes cost so far, those that stood idle included.</summary>
    public required JobCost Cost { get; init; }

    /// <summary>One line: name, nodes and jobs.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: {RunningNodes} running, {IdleNodes} idle, {PreparingNodes} preparing, {LeavingNodes} leaving of {MinNodes} to {MaxNodes} x {InstanceType}, {WaitingJobs} job(s) waiting");
}
