namespace ServerlessCompute;

/// <summary>How to wait for a job. Immutable.</summary>
public sealed record JobWaitOptions
{
    /// <summary>Whether a job that failed or was cancelled is an exception.</summary>
    /// <value>True.</value>
    public bool ThrowOnFailure { get; init; } = true;

    /// <summary>Whether the job is cancelled when the wait is.</summary>
    /// <value>False: the job goes on, the wait alone ends.</value>
    public bool CancelJobWithWait { get; init; }

    /// <summary>How many of the log's last lines a failure carries.</summary>
    /// <value>20.</value>
    public int LogTailLines { get; init; } = 20;

    /// <summary>Whether the result says what the job cost. The prices are asked for once by each client, and what the job started is listed.</summary>
    /// <value>False.</value>
    public bool Cost { get; init; }
}
