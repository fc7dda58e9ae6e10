namespace ServerlessCompute;

/// <summary>A run as a search sees it.</summary>
internal sealed class MlflowRunSubject(MlflowRunView run) : IMlflowSubject
{
    public static MlflowVocabulary Vocabulary { get; } = new(
        ["run_id", "run_name", "status", "user_id", "artifact_uri", "start_time", "end_time"],
        ["start_time", "end_time"],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["created"] = "start_time",
            ["Created"] = "start_time",
            ["run name"] = "run_name",
            ["Run name"] = "run_name",
            ["Run Name"] = "run_name",
        },
        hasMetricsAndParams: true);

    public MlflowRunView Run => run;

    public double? Number(MlflowKey key) => key switch
    {
        { Field: MlflowField.Metric } => run.Data?.Latest(key.Name)?.Value,
        { Name: "start_time" } => run.Run.StartTime,
        _ => run.Run.EndTime,
    };

    public string? Text(MlflowKey key) => key switch
    {
        { Field: MlflowField.Param } => run.Data?.Param(key.Name),
        { Field: MlflowField.Tag } => run.Tag(key.Name),
        { Name: "run_id" } => run.Run.RunId,
        { Name: "run_name" } => run.Name,
        { Name: "status" } => run.Run.Status,
        { Name: "user_id" } => run.Run.UserId,
        _ => run.ArtifactUri,
    };
}
