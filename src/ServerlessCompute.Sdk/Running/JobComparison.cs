using System.Text;

namespace ServerlessCompute;

/// <summary>What differs between two jobs: what they say, and what came of them. Immutable; can be made in tests.</summary>
public sealed record JobComparison
{
    /// <summary>What the first job is called.</summary>
    public required string First { get; init; }

    /// <summary>What the second job is called.</summary>
    public required string Second { get; init; }

    /// <summary>What the jobs say differently, by path; names, and what the service adds by itself, do not count.</summary>
    public ValueList<JobDifference> Settings { get; init; } = ValueList<JobDifference>.Empty;

    /// <summary>What came of them: status, times, machines, and the last value of each metric.</summary>
    /// <value>Empty for jobs that were not submitted.</value>
    public ValueList<JobDifference> Outcome { get; init; } = ValueList<JobDifference>.Empty;

    /// <summary>Compares what two jobs say; nothing is asked.</summary>
    public static JobComparison Of(Job first, Job second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new JobComparison { First = first.Name ?? "first", Second = second.Name ?? "second", Settings = JobLeaves.Differences(JobLeaves.Of(first), JobLeaves.Of(second)) };
    }

    /// <summary>A line for each difference.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{First} → {Second}");
        Append(text, "settings", Settings);
        Append(text, "outcome", Outcome);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string what, ValueList<JobDifference> differences)
    {
        text.Append('\n').Append(what).Append(differences.Count == 0 ? ": no difference" : ":");
        foreach (JobDifference difference in differences)
        {
            text.Append("\n  ").Append(difference);
        }
    }
}
