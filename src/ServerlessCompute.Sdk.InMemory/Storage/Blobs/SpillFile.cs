using Microsoft.Win32.SafeHandles;

namespace ServerlessCompute;

/// <summary>A file of the spill folder that is written at its end and read at any place, at the same time.</summary>
internal sealed class SpillFile(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private SafeFileHandle? _handle;
    private bool _disposed;

    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(BlobStore));
            _handle ??= File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Write(_handle, bytes, offset);
        }
    }

    public Stream OpenRead() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Lets go of the open file; a later write opens it again.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _handle?.Dispose();
            _handle = null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Close();
        }
    }
}
