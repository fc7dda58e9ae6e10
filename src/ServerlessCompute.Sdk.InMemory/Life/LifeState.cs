namespace ServerlessCompute;

/// <summary>What is kept of a job beyond what every job has: as the parent of others, or as the child of one. Under the engine's lock.</summary>
internal abstract class LifeState
{
    /// <summary>The tags that the service writes on such a job, as they are now.</summary>
    public virtual IEnumerable<KeyValuePair<string, string?>> Tags(JobRecord job) => [];

    /// <summary>The properties that the service writes on such a job, as they are now.</summary>
    public virtual IEnumerable<KeyValuePair<string, string?>> Properties(JobRecord job) => [];
}
