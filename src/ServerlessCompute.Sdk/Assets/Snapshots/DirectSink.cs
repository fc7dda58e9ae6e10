using System.Buffers;

namespace ServerlessCompute;

/// <summary>Gives bytes on as they come, through one buffer.</summary>
/// <param name="take">Gets them.</param>
internal sealed class DirectSink(Action<ReadOnlySpan<byte>> take) : ByteSink, IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);

    public override Span<byte> Space => _buffer;

    public override void Advance(int count) => take(_buffer.AsSpan(0, count));

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
