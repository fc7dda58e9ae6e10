using System.Text;

namespace ServerlessCompute;

/// <summary>A job and the jobs that it started, as they were when they were asked for. Printed, it is a tree. Immutable; can be made in tests.</summary>
[TypeFormatterSource]
public sealed record JobTree
{
    /// <summary>The name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is in its life.</summary>
    public JobStatus Status { get; init; }

    /// <summary>What its parent knows of it; null for the job that was asked.</summary>
    public JobChild? Child { get; init; }

    /// <summary>What it started, in the order of its start.</summary>
    public ValueList<JobTree> Children { get; init; } = ValueList<JobTree>.Empty;

    /// <summary>The first job in the tree whose step has that name; null when there is none.</summary>
    public JobTree? Find(string stepName)
    {
        ArgumentNullException.ThrowIfNull(stepName);
        return Child?.StepName == stepName ? this : Children.Select(child => child.Find(stepName)).FirstOrDefault(found => found is not null);
    }

    /// <summary>The tree, a line for each job.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, "", "");
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Puts children below their parents. They come as they are listed: each behind its parent.</summary>
    internal static JobTree Of(string name, JobStatus status, IReadOnlyList<JobChild> children)
    {
        ILookup<string, JobChild> below = children.ToLookup(child => child.ParentName, StringComparer.Ordinal);
        return Make(name, status, null);

        JobTree Make(string run, JobStatus state, JobChild? child) => new()
        {
            Name = run,
            Status = state,
            Child = child,
            Children = below[run].Select(next => Make(next.Name, next.Status, next)).ToArray(),
        };
    }

    private void Append(StringBuilder text, string first, string rest)
    {
        text.Append(first).Append(Child?.ToString() ?? $"{Name}: {Status}").Append('\n');
        for (int i = 0; i < Children.Count; i++)
        {
            bool isLast = i == Children.Count - 1;
            Children[i].Append(text, rest + (isLast ? "└─ " : "├─ "), rest + (isLast ? "   " : "│  "));
        }
    }
}
