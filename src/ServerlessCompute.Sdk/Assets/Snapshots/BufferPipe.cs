using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace ServerlessCompute;

/// <summary>A few buffers between a thread that fills them and a thread that empties them.</summary>
internal sealed class BufferPipe : ByteSink, IDisposable
{
    private const int Buffers = 6;
    private const int BufferBytes = 512 * 1024;

    private readonly BlockingCollection<byte[]> _empty = new(Buffers);
    private readonly BlockingCollection<(byte[] Buffer, int Count)> _full = new(Buffers);
    private readonly List<byte[]> _rented = [];
    private readonly CancellationTokenSource _stop;
    private byte[]? _current;
    private int _filled;

    public BufferPipe(CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        for (int i = 0; i < Buffers; i++)
        {
            _rented.Add(ArrayPool<byte>.Shared.Rent(BufferBytes));
            _empty.Add(_rented[i], CancellationToken.None);
        }
    }

    /// <summary>Waits until there is an empty buffer.</summary>
    public override Span<byte> Space => (_current ??= _empty.Take(_stop.Token)).AsSpan(_filled);

    public override void Advance(int count)
    {
        _filled += count;
        if (_filled == _current!.Length)
        {
            PassOn();
        }
    }

    /// <summary>Runs the filling on a thread of its own and the emptying on this one.</summary>
    /// <param name="fill">Gives bytes. Its exception is this method's.</param>
    /// <param name="take">Gets them.</param>
    public void Run(Action<ByteSink> fill, Action<ReadOnlySpan<byte>> take)
    {
        ExceptionDispatchInfo? fault = null;
        var filler = new Thread(() =>
        {
            try
            {
                fill(this);
                PassOn();
            }
            catch (Exception e)
            {
                fault = ExceptionDispatchInfo.Capture(e);
            }
            finally
            {
                _full.CompleteAdding();
            }
        })
        {
            IsBackground = true,
            Name = "Reads files ahead of their hash",
        };
        filler.Start();
        try
        {
            foreach ((byte[] buffer, int count) in _full.GetConsumingEnumerable(CancellationToken.None))
            {
                take(buffer.AsSpan(0, count));
                _empty.Add(buffer, CancellationToken.None);
            }
        }
        finally
        {
            // Whatever happened here, the other thread has to leave the buffers alone before they go back.
            _stop.Cancel();
            filler.Join();
        }

        fault?.Throw();
    }

    public void Dispose()
    {
        _rented.ForEach(static buffer => ArrayPool<byte>.Shared.Return(buffer));
        _empty.Dispose();
        _full.Dispose();
        _stop.Dispose();
    }

    private void PassOn()
    {
        if (_current is { } buffer)
        {
            _full.Add((buffer, _filled), _stop.Token);
            _current = null;
            _filled = 0;
        }
    }
}
