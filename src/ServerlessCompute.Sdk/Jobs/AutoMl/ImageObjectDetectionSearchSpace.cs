namespace ServerlessCompute;

/// <summary>Detectors or segmentation models that are tried, and what differs between their trials. Immutable.</summary>
/// <example>
/// <code>
/// new ImageObjectDetectionSearchSpace { ModelName = "yolov5", ModelSize = Search.Choice("small", "medium") }
/// </code>
/// </example>
public sealed record ImageObjectDetectionSearchSpace : ImageSearchSpace
{
    /// <inheritdoc cref="ImageModelSettingsObjectDetection.BoxDetectionsPerImage"/>
    public SearchValue? BoxDetectionsPerImage { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.BoxScoreThreshold"/>
    public SearchValue? BoxScoreThreshold { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.ImageSize"/>
    public SearchValue? ImageSize { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.MaxSize"/>
    public SearchValue? MaxSize { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.MinSize"/>
    public SearchValue? MinSize { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.ModelSize"/>
    public SearchValue? ModelSize { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.MultiScale"/>
    public SearchValue? MultiScale { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.NmsIouThreshold"/>
    public SearchValue? NmsIouThreshold { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.TileGridSize"/>
    public SearchValue? TileGridSize { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.TileOverlapRatio"/>
    public SearchValue? TileOverlapRatio { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.TilePredictionsNmsThreshold"/>
    public SearchValue? TilePredictionsNmsThreshold { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.ValidationIouThreshold"/>
    public SearchValue? ValidationIouThreshold { get; init; }

    /// <inheritdoc cref="ImageModelSettingsObjectDetection.ValidationMetricType"/>
    public SearchValue? ValidationMetricType { get; init; }

    internal override string Kind => "detection";
}
