namespace ServerlessCompute;

/// <summary>A file that a submission would upload. Immutable.</summary>
/// <param name="Path">Its place in what is uploaded, '/' between names.</param>
/// <param name="Bytes">Its size.</param>
public sealed record PlannedFile(string Path, long Bytes);
