namespace ServerlessCompute;

/// <summary>How an image classifier is trained; what is not set, the service chooses for the model. Immutable.</summary>
public sealed record ImageModelSettingsClassification : ImageModelSettings
{
    /// <summary>The size in pixels to which training images are cropped.</summary>
    public int? TrainingCropSize { get; init; }

    /// <summary>The size in pixels to which validation images are cropped.</summary>
    public int? ValidationCropSize { get; init; }

    /// <summary>The size in pixels to which validation images are resized before they are cropped.</summary>
    public int? ValidationResizeSize { get; init; }

    /// <summary>0: all classes weigh the same; 1: by the root of their weight; 2: by their weight.</summary>
    public int? WeightedLoss { get; init; }

    internal override string Kind => "classification";
}
