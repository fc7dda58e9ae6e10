namespace ServerlessCompute;

/// <summary>Automated machine learning that finds objects in images. Immutable.</summary>
public abstract record AutoMlImageDetectorJob : AutoMlImageJob
{
    private protected AutoMlImageDetectorJob()
    {
    }

    /// <summary>Settings that all trials share.</summary>
    public ImageModelSettingsObjectDetection? TrainingParameters { get; init; }

    /// <summary>The models that are tried, each with what differs between its trials.</summary>
    public ValueList<ImageObjectDetectionSearchSpace> SearchSpace { get; init; } = ValueList<ImageObjectDetectionSearchSpace>.Empty;

    internal override Job VisitParts(JobVisitor visitor) => (AutoMlImageDetectorJob)base.VisitParts(visitor) with
    {
        TrainingParameters = TrainingParameters is null ? null : TrainingParameters with
        {
            CheckpointModel = Visit(visitor, "taskDetails.modelSettings.checkpointModel", TrainingParameters.CheckpointModel),
        },
    };
}
