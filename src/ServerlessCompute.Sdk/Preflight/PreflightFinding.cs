namespace ServerlessCompute;

/// <summary>Something that is worth knowing before a job is sent. Immutable.</summary>
/// <param name="Severity">Whether the job would fail, or only wait, cost or surprise.</param>
/// <param name="Item">The part of the job; empty for the whole.</param>
/// <param name="Message">What it is.</param>
/// <param name="Advice">What to change; empty when there is nothing to change.</param>
public sealed record PreflightFinding(JobDiagnosticSeverity Severity, string Item, string Message, string Advice)
{
    /// <summary>The finding as a line.</summary>
    public override string ToString() => $"{Severity.ToString().ToLowerInvariant()}{(Item.Length == 0 ? "" : $" at {Item}")}: {Message}{(Advice.Length == 0 ? "" : $" {Advice}")}";
}
