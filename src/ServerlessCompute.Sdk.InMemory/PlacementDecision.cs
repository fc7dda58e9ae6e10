using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>Where the in-memory service put a job and why: each size that was looked at, and the one that was taken.</summary>
/// <remarks>
/// Immutable and thread-safe. How the real service weighs sizes is not public; these weights are this service's own: cost counts 600
/// points, performance 300 and disk 100, and a size whose quota is free now goes before one that would wait.
/// </remarks>
public sealed record PlacementDecision
{
    /// <summary>The size that was taken, or <see langword="null"/> when the job was refused.</summary>
    public string? InstanceType { get; init; }

    /// <summary>Whether the job named the size itself.</summary>
    public bool WasNamed { get; init; }

    /// <summary>The machines that the job asked for.</summary>
    public int NodeCount { get; init; }

    /// <summary>Why this size, or why none, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The service's code of a refusal, for example <c>JobNodeCountExceedsCoreQuota</c>, or <see langword="null"/>.</summary>
    public string? RefusalCode { get; init; }

    /// <summary>Each size that was looked at, best first.</summary>
    public ValueList<PlacementCandidate> Candidates { get; init; } = [];

    internal VmSize? Size { get; init; }

    internal RunError? Refusal { get; init; }

    /// <summary>The reason and a line for each candidate.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Reason);
        foreach (PlacementCandidate candidate in Candidates)
        {
            text.Append('\n').Append(CultureInfo.InvariantCulture, $"{candidate.Score,5}  {candidate}");
        }

        return text.ToString();
    }
}
