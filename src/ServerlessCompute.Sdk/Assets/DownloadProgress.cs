namespace ServerlessCompute;

/// <summary>How far a download is. Files that were complete already count from the start.</summary>
/// <param name="Files">How many files are complete.</param>
/// <param name="TotalFiles">How many there will be.</param>
/// <param name="Bytes">How many bytes are there.</param>
/// <param name="TotalBytes">How many there will be.</param>
public sealed record DownloadProgress(int Files, int TotalFiles, long Bytes, long TotalBytes);
