namespace ServerlessCompute;

/// <summary>Where data lies: a blob or all blobs whose names start with the path.</summary>
/// <param name="Account">The storage account.</param>
/// <param name="Container">The container, or for a file share the share's name.</param>
/// <param name="Path">Without leading slash; empty for the whole container.</param>
internal sealed record DataLocation(string Account, string Container, string Path);
