namespace ServerlessCompute;

/// <summary>How far the upload of a job's code or data is.</summary>
/// <param name="Name">The folder's or file's own name.</param>
/// <param name="Files">How many files are there.</param>
/// <param name="TotalFiles">How many there will be.</param>
/// <param name="Bytes">How many bytes are there.</param>
/// <param name="TotalBytes">How many there will be.</param>
public sealed record UploadProgress(string Name, int Files, int TotalFiles, long Bytes, long TotalBytes);
