namespace ServerlessCompute;

/// <summary>How local files are uploaded for something that is registered. Immutable.</summary>
public sealed record UploadOptions
{
    /// <summary>The folder that relative local paths start from.</summary>
    /// <value>Null: the current folder.</value>
    public string? BaseFolder { get; init; }

    /// <summary>How much may be uploaded: beyond it nothing is sent, and the error says what is too large.</summary>
    /// <value>Null: any amount.</value>
    public long? MaxUploadBytes { get; init; }

    /// <summary>Told how far the upload is, from several threads.</summary>
    public IProgress<UploadProgress>? Progress { get; init; }
}
