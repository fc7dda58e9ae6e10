namespace ServerlessCompute;

/// <summary>A file that the service holds, by its path relative to the folder that was asked for ('/' separated).</summary>
internal sealed record StoredFile(string RelativePath, BlobContent Content);
