using System.Buffers;
using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>Carries a process's output into a log of its run, byte for byte, as soon as it is written.</summary>
internal sealed class LogPump(IExecutionHost host, string path, long maxBytes)
{
    private const int BufferBytes = 64 * 1024;

    private readonly LogTail _tail = new();
    private long _written;
    private bool _full;

    /// <summary>The log's path in the run.</summary>
    public string LogPath => path;

    /// <summary>The log's last lines.</summary>
    public string Tail => _tail.ToString();

    /// <summary>A line of our own among the command's output; it does not count against the limit.</summary>
    public void Say(string line) => host.AppendLog(path, Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Reads until nobody holds the output open any more, or until <paramref name="abandon"/>.</summary>
    public async Task RunAsync(Stream output, CancellationToken abandon)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (int read; (read = await output.ReadAsync(buffer.AsMemory(0, BufferBytes), abandon).ConfigureAwait(false)) > 0;)
            {
                Write(buffer.AsSpan(0, read));
            }
        }
        catch (OperationCanceledException)
        {
            // Somebody who left the process group holds the pipe: what he prints is not the job's any more.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _tail.Add(bytes);
        if (_full)
        {
            return;
        }

        ReadOnlySpan<byte> fitting = bytes[..(int)Math.Min(bytes.Length, maxBytes - _written)];
        if (!fitting.IsEmpty)
        {
            host.AppendLog(path, fitting);
            _written += fitting.Length;
        }

        if (fitting.Length < bytes.Length)
        {
            _full = true;
            Say(string.Create(CultureInfo.InvariantCulture, $"\nThe log reached {maxBytes:N0} bytes (LocalProcessOptions.MaxLogBytes): the process goes on, what it prints from here on is dropped."));
        }
    }
}
