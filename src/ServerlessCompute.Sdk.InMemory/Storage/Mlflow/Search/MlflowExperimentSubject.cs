namespace ServerlessCompute;

/// <summary>An experiment as a search sees it.</summary>
internal sealed class MlflowExperimentSubject(MlflowExperiment experiment) : IMlflowSubject
{
    public static MlflowVocabulary Vocabulary { get; } = new(
        ["name", "experiment_id", "creation_time", "last_update_time"],
        ["creation_time", "last_update_time"],
        new Dictionary<string, string>(StringComparer.Ordinal),
        hasMetricsAndParams: false);

    public MlflowExperiment Experiment => experiment;

    public double? Number(MlflowKey key) => key.Name is "creation_time" ? experiment.CreationTime : experiment.LastUpdateTime;

    public string? Text(MlflowKey key) => key switch
    {
        { Field: MlflowField.Tag } => experiment.Tags.FirstOrDefault(t => t.Key == key.Name).Value,
        { Name: "name" } => experiment.Name,
        _ => experiment.Id,
    };
}
