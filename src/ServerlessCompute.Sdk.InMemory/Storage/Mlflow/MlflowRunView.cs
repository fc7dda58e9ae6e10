namespace ServerlessCompute;

/// <summary>A run together with what was logged to it: what MLflow's clients see.</summary>
/// <param name="Run">The job, or the run that was made through MLflow.</param>
/// <param name="Data">What was logged, or null while nothing was.</param>
internal sealed record MlflowRunView(MlflowRun Run, MlflowRunData? Data)
{
    private const string NameTag = "mlflow.runName";
    private const string UserTag = "mlflow.user";

    private IReadOnlyList<KeyValuePair<string, string>>? _tags;

    public string ExperimentId => MlflowExperiments.IdOf(Run.ExperimentName);

    public bool IsDeleted => Data?.IsDeleted ?? Run.Deleted;

    /// <summary>The display name, or the one that was given through MLflow.</summary>
    public string Name => Tag(NameTag) ?? Run.Name;

    /// <summary>Where the run's artifacts are, relative to the tracking service: any MLflow client can follow it without a plugin.</summary>
    public string ArtifactUri => $"mlflow-artifacts:/{MlflowArtifacts.Root(Run.RunId)}";

    /// <summary>The tags in order of their names: the job's own under those that were logged.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags => _tags ??= MergeTags();

    public string? Tag(string name)
    {
        foreach ((string key, string value) in Tags)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    private List<KeyValuePair<string, string>> MergeTags()
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal) { [NameTag] = Run.Name };
        if (Run.UserId.Length > 0)
        {
            tags[UserTag] = Run.UserId;
        }

        foreach ((string name, string value) in Run.Tags)
        {
            tags[name] = value;
        }

        foreach ((string name, string? value) in Data?.Tags() ?? [])
        {
            if (value is null)
            {
                tags.Remove(name);
            }
            else
            {
                tags[name] = value;
            }
        }

        return [.. tags];
    }
}
