namespace ServerlessCompute;

/// <summary>A name in a folder, before links are followed.</summary>
internal sealed record FolderEntry(string Name, string FullPath, bool IsFolder, bool MayBeLink, long Length, DateTime LastWrite);
