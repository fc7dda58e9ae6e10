namespace ServerlessCompute;

/// <summary>What each trial of a sweep runs. Immutable.</summary>
public sealed record SweepTrial : JobPart
{
    private readonly CommandText _command = CommandText.Empty;

    /// <summary>The command, run by bash in the code folder. It refers to its hyperparameters as <c>${{search_space.name}}</c>, or has search spaces in its holes.</summary>
    /// <value>Empty, which is an error.</value>
    public CommandText Command
    {
        get => _command;
        init => _command = value ?? CommandText.Empty;
    }

    /// <summary>The folder (or file) with the code, uploaded as a snapshot; or the id of a snapshot.</summary>
    public AssetPath? Code { get; init; }

    /// <summary>The software the command runs in.</summary>
    /// <value>Null, which is an error.</value>
    public JobEnvironment? Environment { get; init; }

    /// <summary>Environment variables of the command.</summary>
    public ValueMap<EnvironmentValue> EnvironmentVariables { get; init; } = ValueMap<EnvironmentValue>.Empty;

    /// <summary>How processes on several nodes find each other.</summary>
    /// <value>Null: the command runs once on each node.</value>
    public Distribution? Distribution { get; init; }

    /// <summary>The machines of each trial.</summary>
    /// <value>Null: one node of a size that the service chooses.</value>
    public ResourceConfiguration? Resources { get; init; }
}
