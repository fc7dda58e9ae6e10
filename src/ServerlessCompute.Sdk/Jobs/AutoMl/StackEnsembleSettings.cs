namespace ServerlessCompute;

/// <summary>How a stack of models is put together. Immutable.</summary>
public sealed record StackEnsembleSettings : JobPart
{
    /// <summary>What learns from the models' outputs.</summary>
    /// <value>Unset: the service decides.</value>
    public StackMetaLearnerType StackMetaLearnerType { get; init; }

    /// <summary>The share of the training data that the meta-learner is trained on.</summary>
    /// <value>Null: the service takes 0.2.</value>
    public double? StackMetaLearnerTrainPercentage { get; init; }

    /// <summary>Arguments of the meta-learner, by their name.</summary>
    public ValueMap<RawJson> StackMetaLearnerKWargs { get; init; } = ValueMap<RawJson>.Empty;
}
