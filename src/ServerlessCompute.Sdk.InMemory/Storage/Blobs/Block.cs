namespace ServerlessCompute;

/// <summary>A part of a block blob.</summary>
/// <param name="Id">The id as the client sent it: base64, the same length for all blocks of a blob.</param>
/// <param name="Content">The part's bytes.</param>
internal sealed record Block(string Id, BlobContent Content);
