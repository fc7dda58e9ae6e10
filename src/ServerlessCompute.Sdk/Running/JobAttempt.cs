namespace ServerlessCompute;

/// <summary>One of the times that a job was sent. Immutable; can be made in tests.</summary>
public sealed record JobAttempt
{
    /// <summary>Which time it was, from 1 on.</summary>
    public required int Number { get; init; }

    /// <summary>The job as it was sent.</summary>
    public required Job Job { get; init; }

    /// <summary>How it ended.</summary>
    public required JobResult Result { get; init; }

    /// <summary>Why it was sent again.</summary>
    /// <value>None: it was not.</value>
    public ResubmissionReason Next { get; init; }

    /// <summary>How it ended, and why it was sent again, in a line.</summary>
    public override string ToString() => Next == ResubmissionReason.None ? $"{Number}. {Result}" : $"{Number}. {Result}, sent again: {Words}";

    private string Words => Next switch
    {
        ResubmissionReason.Preempted => "its Spot machines were taken",
        ResubmissionReason.QuotaShort => "no quota",
        ResubmissionReason.WaitedTooLong => "it did not start in time",
        _ => "asked for",
    };
}
