using System.Text;

namespace ServerlessCompute;

/// <summary>What an <see cref="InMemoryServerless"/> did with a job and why: its size, what it waits for, what would let it start sooner.</summary>
/// <remarks>Immutable and thread-safe. It is the service's own truth, which the real service does not tell.</remarks>
public sealed record JobExplanation
{
    /// <summary>The job.</summary>
    public required string JobName { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>Why it got its VM size, or none; <see langword="null"/> until that is decided, and for jobs that only have children.</summary>
    public PlacementDecision? Placement { get; init; }

    /// <summary>Why it does not run yet; <see langword="null"/> when it runs, is over, or was accepted a moment ago.</summary>
    public WaitExplanation? Wait { get; init; }

    /// <summary>What would let it start at once, each by itself.</summary>
    public ValueList<StartAdvice> Sooner { get; init; } = [];

    /// <summary>What its machines cost so far.</summary>
    public required JobCost Cost { get; init; }

    /// <summary>All of it, for people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{JobName}: {Status}");
        if (Wait is { } wait)
        {
            text.Append("\nWaits: ").Append(wait.Message);
            foreach (StartAdvice advice in Sooner)
            {
                text.Append("\n  sooner: ").Append(advice.Text);
            }
        }

        if (Cost.NodeTime > TimeSpan.Zero)
        {
            text.Append("\nCost: ").Append(Cost);
        }

        if (Placement is { } placement)
        {
            text.Append("\nSize: ").Append(placement);
        }

        return text.ToString();
    }
}
