namespace ServerlessCompute;

/// <summary>How models are trained on a table. Immutable.</summary>
public abstract record TabularTrainingSettings : JobPart
{
    private protected TabularTrainingSettings()
    {
    }

    /// <summary>Whether neural networks are tried, too.</summary>
    /// <value>Null: the service takes false.</value>
    public bool? EnableDnnTraining { get; init; }

    /// <summary>Whether the best model is explained.</summary>
    /// <value>Null: the service takes true.</value>
    public bool? EnableModelExplainability { get; init; }

    /// <summary>Whether only models that ONNX knows are tried.</summary>
    /// <value>Null: the service takes false.</value>
    public bool? EnableOnnxCompatibleModels { get; init; }

    /// <summary>Whether a stack of the models is tried at the end.</summary>
    /// <value>Null: the service takes true.</value>
    public bool? EnableStackEnsemble { get; init; }

    /// <summary>Whether a vote of the models is tried at the end.</summary>
    /// <value>Null: the service takes true.</value>
    public bool? EnableVoteEnsemble { get; init; }

    /// <summary>How long ensembles wait for the models of earlier trials; whole minutes in YAML.</summary>
    /// <value>Null: the service takes five minutes.</value>
    public TimeSpan? EnsembleModelDownloadTimeout { get; init; }

    /// <summary>How the stack is put together.</summary>
    /// <value>Null: the service decides.</value>
    public StackEnsembleSettings? StackEnsembleSettings { get; init; }

    /// <summary>Whether one model is trained on several nodes (known to preview versions of the contract only).</summary>
    /// <value>Unset: the service decides.</value>
    public TabularTrainingMode TrainingMode { get; init; }

    /// <summary>The algorithms that are tried alone, as words. Closes the hierarchy, too.</summary>
    internal abstract IEnumerable<string> AllowedWords { get; }

    /// <summary>The algorithms that are not tried, as words.</summary>
    internal abstract IEnumerable<string> BlockedWords { get; }
}
