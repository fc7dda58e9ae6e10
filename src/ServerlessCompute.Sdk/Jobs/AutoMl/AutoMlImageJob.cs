namespace ServerlessCompute;

/// <summary>Automated machine learning over images. Immutable.</summary>
public abstract record AutoMlImageJob : AutoMlJob
{
    private protected AutoMlImageJob()
    {
    }

    /// <summary>How much is tried.</summary>
    /// <value>Limits that say nothing: one trial.</value>
    public ImageLimitSettings? Limits { get; init; } = new();

    /// <summary>The share of the training data that trials are scored on, where there is no <see cref="AutoMlJob.ValidationData"/>.</summary>
    public double? ValidationDataSize { get; init; }

    /// <summary>How the search space is gone through.</summary>
    /// <value>Null: the service chooses settings by itself, or takes the training parameters.</value>
    public AutoMlSweepSettings? SweepSettings { get; init; }
}
