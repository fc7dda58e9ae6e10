namespace ServerlessCompute;

/// <summary>One problem of a job: where it is, what it is, and the call that mends it. Immutable.</summary>
/// <param name="Id">The stable id, <c>SC0102</c> for example, under which <c>docs/diagnostics.md</c> explains the problem.</param>
/// <param name="Severity">Whether the problem keeps the job from being submitted.</param>
/// <param name="Path">
/// Where the problem is, in the job's own C# names: <c>Resources.InstanceCount</c>, <c>Inputs["data"].Path</c>. What a command's holes
/// carry is named like the entries of <c>Inputs</c> and <c>Outputs</c>.
/// </param>
/// <param name="Message">What is wrong, with the value that was given (never a secret's).</param>
/// <param name="Fix">What to do about it.</param>
public sealed record JobDiagnostic(string Id, JobDiagnosticSeverity Severity, string Path, string Message, string Fix)
{
    /// <summary>The problem in one line, the fix in a second.</summary>
    public override string ToString() => $"{(Severity == JobDiagnosticSeverity.Error ? "error" : "warning")} {Id} at {Path}: {Message}\n  Fix: {Fix}";
}
