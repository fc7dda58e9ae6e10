namespace ServerlessCompute;

/// <summary>Why a job was sent again.</summary>
public enum ResubmissionReason
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>Its Spot machines were taken.</summary>
    Preempted,

    /// <summary>There is no quota for what it asked for, or its VM size cannot be had.</summary>
    QuotaShort,

    /// <summary>It did not run in the time that it was given.</summary>
    WaitedTooLong,

    /// <summary><see cref="ResubmissionPolicy.Otherwise"/> said so.</summary>
    Asked,
}
