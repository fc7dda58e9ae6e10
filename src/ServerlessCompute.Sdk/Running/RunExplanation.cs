using System.Text;

namespace ServerlessCompute;

/// <summary>Why a job is where it is: why it has its machines, or why it waits and what would let it start sooner. Immutable; can be made in tests.</summary>
[TypeFormatterSource]
public sealed record RunExplanation
{
    /// <summary>The job's name.</summary>
    public required string JobName { get; init; }

    /// <summary>Where it is in its life.</summary>
    public JobStatus Status { get; init; }

    /// <summary>The VM size that it got; null before that.</summary>
    public string? InstanceType { get; init; }

    /// <summary>The number of nodes that it got.</summary>
    public int? InstanceCount { get; init; }

    /// <summary>Why it waits, in the service's words.</summary>
    public JobWaiting? Waiting { get; init; }

    /// <summary>Why it failed or was cancelled, where the service says so.</summary>
    public JobError? Error { get; init; }

    /// <summary>What the job would get if it were submitted now: the verdict on every VM size, the quota that is left, and what to change.</summary>
    public PreflightReport? Outlook { get; init; }

    /// <summary>All of it as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{JobName}: {Status}");
        text.Append(InstanceType is null ? "" : $" on {InstanceCount ?? 1} x {InstanceType}").AppendLine();
        if (Waiting is not null)
        {
            text.AppendLine(Waiting.ToString());
        }

        if (Error is not null)
        {
            text.AppendLine(Error.ToString());
        }

        return text.Append(Outlook).ToString();
    }
}
