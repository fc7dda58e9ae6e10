namespace ServerlessCompute;

/// <summary>An experiment: the name under which runs are grouped. Its id is a function of the name.</summary>
internal sealed record MlflowExperiment
{
    /// <summary>The id that MLflow's clients ask for when nobody named an experiment.</summary>
    public const string DefaultId = "0";

    /// <summary>The experiment of jobs that name none.</summary>
    public const string DefaultName = "Default";

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public long CreationTime { get; init; }

    public long LastUpdateTime { get; init; }

    public bool IsDeleted { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];
}
