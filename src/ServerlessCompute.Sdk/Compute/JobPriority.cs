namespace ServerlessCompute;

/// <summary>How urgent a job is. The numbers are the service's.</summary>
public enum JobPriority
{
    /// <summary>Behind the others.</summary>
    Low = 1,

    /// <summary>In the middle.</summary>
    Medium = 2,

    /// <summary>Before the others.</summary>
    High = 3,
}
