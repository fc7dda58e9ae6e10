namespace ServerlessCompute;

/// <summary>A file that goes along.</summary>
/// <param name="RelativePath">Its place in the snapshot, '/' between names, links not resolved.</param>
/// <param name="SourcePath">Where its bytes are, links resolved.</param>
/// <param name="Length">Its size when the snapshot was taken.</param>
/// <param name="LastWrite">When it had been written last by then, in UTC.</param>
internal sealed record SnapshotFile(string RelativePath, string SourcePath, long Length, DateTime LastWrite);
