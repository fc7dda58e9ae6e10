namespace ServerlessCompute;

/// <summary>What became of a job that was sent with a <see cref="ResubmissionPolicy"/>. Immutable; can be made in tests.</summary>
public sealed record SubmittedResult
{
    /// <summary>The job that was sent last.</summary>
    public required JobRun Run { get; init; }

    /// <summary>How it ended.</summary>
    public required JobResult Result { get; init; }

    /// <summary>Each time that the job was sent, the last included.</summary>
    public required ValueList<JobAttempt> Attempts { get; init; }

    /// <summary>The attempts, a line for each.</summary>
    public override string ToString() => string.Join('\n', Attempts);
}
