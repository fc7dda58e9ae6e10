namespace ServerlessCompute;

/// <summary>A line of a listing: a blob, or, when a delimiter was given, a folder-like prefix that ends with it.</summary>
internal readonly record struct BlobEntry(string Name, Blob? Blob);
