namespace ServerlessCompute;

/// <summary>When the in-memory service refuses a job that quota can never hold, or that names a size nobody offers.</summary>
/// <remarks>No such refusal of a serverless job is recorded; in every recording the service took sizes unchecked.</remarks>
public enum RefuseAt
{
    /// <summary>The job is accepted and then fails, with code and advice in its run's error.</summary>
    Run,

    /// <summary>The request that makes the job is answered with 400.</summary>
    Put,
}
