namespace ServerlessCompute;

/// <summary>How a detector or a segmentation model is trained; what is not set, the service chooses for the model. Immutable.</summary>
public sealed record ImageModelSettingsObjectDetection : ImageModelSettings
{
    /// <summary>The largest number of detections in an image; not for YOLO.</summary>
    public int? BoxDetectionsPerImage { get; init; }

    /// <summary>Detections with a lower score are dropped, 0 to 1.</summary>
    public double? BoxScoreThreshold { get; init; }

    /// <summary>The size of images in pixels; YOLO alone.</summary>
    public int? ImageSize { get; init; }

    /// <summary>The longer side of images in pixels; not for YOLO.</summary>
    public int? MaxSize { get; init; }

    /// <summary>The shorter side of images in pixels; not for YOLO.</summary>
    public int? MinSize { get; init; }

    /// <summary>The size of the model; YOLO alone.</summary>
    public ModelSize ModelSize { get; init; }

    /// <summary>Whether the size of images varies by half; YOLO alone.</summary>
    public bool? MultiScale { get; init; }

    /// <summary>Boxes that overlap more are one detection, 0 to 1.</summary>
    public double? NmsIouThreshold { get; init; }

    /// <summary>The tiles in which small objects are looked for, for example <c>3x2</c>; not for YOLO.</summary>
    public string? TileGridSize { get; init; }

    /// <summary>How much neighbouring tiles overlap, 0 to 1; not for YOLO.</summary>
    public double? TileOverlapRatio { get; init; }

    /// <summary>Boxes of several tiles that overlap more are one detection, 0 to 1; not for YOLO.</summary>
    public double? TilePredictionsNmsThreshold { get; init; }

    /// <summary>A detection counts when it overlaps the truth by more, 0 to 1.</summary>
    public double? ValidationIouThreshold { get; init; }

    /// <summary>How detections are scored.</summary>
    public ValidationMetricType ValidationMetricType { get; init; }

    /// <summary>Whether metrics of the training data are logged (known to preview versions of the contract only).</summary>
    public LogTrainingMetrics LogTrainingMetrics { get; init; }

    /// <summary>Whether the loss on the validation data is logged (known to preview versions of the contract only).</summary>
    public LogValidationLoss LogValidationLoss { get; init; }

    internal override string Kind => "detection";
}
