namespace ServerlessCompute;

/// <summary>What an append blob that outgrew memory held at one moment: a prefix of a file that still grows.</summary>
internal sealed class SpilledContent(SpillFile file, long length) : BlobContent
{
    public override long Length => length;

    public SpilledContent Append(ReadOnlySpan<byte> bytes)
    {
        file.Write(bytes, length);
        return new SpilledContent(file, length + bytes.Length);
    }

    /// <summary>Lets go of the open file; a later append opens it again.</summary>
    public void Close() => file.Close();

    public override Stream OpenRead(long offset = 0) => new BoundedStream(file.OpenRead(), Math.Min(offset, length), length);
}
