namespace ServerlessCompute;

/// <summary>A submission was stopped by its own gate: the job would cost too much, wait, or fail. Nothing was sent.</summary>
public sealed class PreflightException : Exception
{
    /// <summary>Says what stopped the job.</summary>
    /// <param name="message">What the gate found.</param>
    /// <param name="report">All that was found.</param>
    public PreflightException(string message, PreflightReport report)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(report);
        Report = report;
    }

    /// <summary>What the job would get, cost and wait for.</summary>
    public PreflightReport Report { get; }
}
