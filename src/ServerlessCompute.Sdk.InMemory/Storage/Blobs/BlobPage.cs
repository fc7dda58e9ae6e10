namespace ServerlessCompute;

/// <summary>A part of a listing, in order of names.</summary>
/// <param name="Entries">Blobs and prefixes.</param>
/// <param name="NextMarker">Where the next page starts, or null at the end.</param>
internal sealed record BlobPage(IReadOnlyList<BlobEntry> Entries, string? NextMarker);
