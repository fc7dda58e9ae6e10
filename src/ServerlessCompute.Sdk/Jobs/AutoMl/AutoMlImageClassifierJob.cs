namespace ServerlessCompute;

/// <summary>Automated machine learning that gives images labels. Immutable.</summary>
public abstract record AutoMlImageClassifierJob : AutoMlImageJob
{
    private protected AutoMlImageClassifierJob()
    {
    }

    /// <summary>Settings that all trials share.</summary>
    public ImageModelSettingsClassification? TrainingParameters { get; init; }

    /// <summary>The models that are tried, each with what differs between its trials.</summary>
    public ValueList<ImageClassificationSearchSpace> SearchSpace { get; init; } = ValueList<ImageClassificationSearchSpace>.Empty;

    internal override Job VisitParts(JobVisitor visitor) => (AutoMlImageClassifierJob)base.VisitParts(visitor) with
    {
        TrainingParameters = TrainingParameters is null ? null : TrainingParameters with
        {
            CheckpointModel = Visit(visitor, "taskDetails.modelSettings.checkpointModel", TrainingParameters.CheckpointModel),
        },
    };
}
