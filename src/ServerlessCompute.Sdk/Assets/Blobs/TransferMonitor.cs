namespace ServerlessCompute;

/// <summary>Adds up what several transfers at once report, and passes on one report at a time.</summary>
/// <param name="report">Told the files and bytes that are there.</param>
internal sealed class TransferMonitor(Action<int, long>? report)
{
    private readonly Lock _lock = new();
    private int _files;
    private long _bytes;

    /// <summary>A listener for one file; it is told how many of the file's bytes are there.</summary>
    public FileMonitor Begin() => new(this);

    private void Add(int files, long bytes)
    {
        lock (_lock)
        {
            _files += files;
            _bytes += bytes;
            report?.Invoke(_files, _bytes);
        }
    }

    /// <summary>One file's part. A repeated request starts its count anew.</summary>
    internal sealed class FileMonitor(TransferMonitor monitor) : IProgress<long>
    {
        private long _seen;

        public void Report(long value) => monitor.Add(0, value - Interlocked.Exchange(ref _seen, value));

        public void Complete(long length) => monitor.Add(1, length - Interlocked.Exchange(ref _seen, length));
    }
}
