using Microsoft.Win32.SafeHandles;

namespace ServerlessCompute;

/// <summary>A file of the spill folder that is written at its end and read at any place, at the same time. Writers take turns outside.</summary>
internal sealed class SpillFile(string path)
{
    private SafeFileHandle? _handle;

    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        _handle ??= File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(_handle, bytes, offset);
    }

    public Stream OpenRead() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public void Close()
    {
        _handle?.Dispose();
        _handle = null;
    }
}
