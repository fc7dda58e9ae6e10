namespace ServerlessCompute;

/// <summary>How a blob is written: as a whole or in blocks, or only at its end.</summary>
internal enum BlobKind
{
    Block,
    Append,
}
