namespace ServerlessCompute;

/// <summary>Takes bytes in order, from somebody who fills the space that it gives.</summary>
internal abstract class ByteSink
{
    /// <summary>Where the next bytes go; never empty.</summary>
    public abstract Span<byte> Space { get; }

    /// <summary>So many bytes were put at the beginning of the space.</summary>
    public abstract void Advance(int count);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            Span<byte> space = Space;
            int count = Math.Min(space.Length, bytes.Length);
            bytes[..count].CopyTo(space);
            Advance(count);
            bytes = bytes[count..];
        }
    }
}
