namespace ServerlessCompute;

/// <summary>What must hold before a job is sent; otherwise the submission stops with a <see cref="PreflightException"/>. Immutable.</summary>
public sealed record PreflightGate
{
    /// <summary>The most that the job may cost. A job whose cost has no bound is stopped as well: give it a time limit.</summary>
    /// <value>Null: any amount.</value>
    public decimal? MaxCost { get; init; }

    /// <summary>Whether every part of the job must be able to start now.</summary>
    /// <value>False.</value>
    public bool MustNotQueue { get; init; }

    /// <summary>Whether a job is stopped that the service would refuse or fail at once, for want of quota for example.</summary>
    /// <value>True.</value>
    public bool MustNotFail { get; init; } = true;

    /// <exception cref="PreflightException">Something does not hold.</exception>
    internal void Check(PreflightReport report)
    {
        if (MustNotFail && report.Findings.FirstOrDefault(finding => finding.Severity == JobDiagnosticSeverity.Error) is { } error)
        {
            throw new PreflightException($"The job was not submitted: it would fail. {error}", report);
        }

        if (MustNotQueue && report.Items.FirstOrDefault(item => item.WouldQueue) is { } waits)
        {
            throw new PreflightException($"The job was not submitted: '{waits.Name}' would wait. {waits.QueueReason}", report);
        }

        if (MaxCost is { } most && !(report.CostBound <= most))
        {
            string cost = report.CostBound is { } bound ? $"it can cost {bound:0.00} {report.Currency}, and the gate is {most:0.00}" : $"what it can cost has no bound, and the gate is {most:0.00} {report.Currency}";
            throw new PreflightException(FormattableString.Invariant($"The job was not submitted: {cost}. Give it a time limit, fewer trials, a smaller size, or Spot."), report);
        }
    }
}
