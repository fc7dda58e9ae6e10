namespace ServerlessCompute;

/// <summary>Automated machine learning over texts. Immutable.</summary>
public abstract record AutoMlTextJob : AutoMlJob
{
    private protected AutoMlTextJob()
    {
    }

    /// <summary>How much is tried.</summary>
    /// <value>One trial on one node.</value>
    public NlpLimitSettings? Limits { get; init; } = new();

    /// <summary>How features are made.</summary>
    /// <value>Null: as the service decides.</value>
    public NlpFeaturizationSettings? Featurization { get; init; }

    /// <summary>Settings that all trials share (known to preview versions of the contract only).</summary>
    public NlpFixedParameters? TrainingParameters { get; init; }

    /// <summary>How the search space is gone through (known to preview versions of the contract only).</summary>
    /// <value>Null: the service takes the training parameters.</value>
    public AutoMlSweepSettings? SweepSettings { get; init; }

    /// <summary>The models that are tried, each with what differs between its trials (known to preview versions of the contract only).</summary>
    public ValueList<NlpSearchSpace> SearchSpace { get; init; } = ValueList<NlpSearchSpace>.Empty;
}
