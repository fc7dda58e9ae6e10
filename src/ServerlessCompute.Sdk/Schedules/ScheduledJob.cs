namespace ServerlessCompute;

/// <summary>Jobs of schedules that are made after a job which the workspace has already: the contract knows that of pipelines alone.</summary>
internal static class ScheduledJob
{
    private const string SourceJobId = "sourceJobId";

    /// <summary>A job like that one.</summary>
    public static Job Like(string jobName) => Like(jobName, new PipelineJob());

    /// <summary>A job like that one, but for what it says itself.</summary>
    public static T Like<T>(string jobName, T job)
        where T : Job => job with { AdditionalProperties = job.AdditionalProperties.With(SourceJobId, jobName) };

    /// <summary>The name of the job that this one is like; null when there is none.</summary>
    public static string? SourceOf(Job job) => job.AdditionalProperties.TryGetValue(SourceJobId, out RawJson source) ? source.Text : null;

    /// <summary>What the job says itself.</summary>
    public static T OwnPart<T>(T job)
        where T : Job => job with { AdditionalProperties = job.AdditionalProperties.Without(SourceJobId) };
}
