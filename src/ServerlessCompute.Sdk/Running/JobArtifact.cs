namespace ServerlessCompute;

/// <summary>A file that a job left behind: a log, or what it wrote to its <c>outputs</c> folder or logged as an artifact. Immutable; can be made in tests.</summary>
/// <param name="Path">Its path, for example <c>outputs/model.pkl</c>.</param>
/// <param name="CreatedAt">When it was written; null where the service does not say.</param>
public sealed record JobArtifact(string Path, DateTimeOffset? CreatedAt = null)
{
    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
