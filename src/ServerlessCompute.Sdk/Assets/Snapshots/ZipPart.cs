namespace ServerlessCompute;

/// <summary>A piece of a zip archive: bytes, and a file behind them.</summary>
internal sealed record ZipPart(ReadOnlyMemory<byte> Bytes, SnapshotFile? File)
{
    public long Length => Bytes.Length + (File?.Length ?? 0);
}
