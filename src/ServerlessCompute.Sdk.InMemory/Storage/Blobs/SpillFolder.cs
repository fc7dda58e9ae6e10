using System.Collections.Concurrent;

namespace ServerlessCompute;

/// <summary>
/// A folder under the system's temporary folder for what is too large for memory. It is made when it is first needed and
/// deleted on disposal, or when the process ends for a service that nobody disposed.
/// </summary>
internal sealed class SpillFolder : IDisposable
{
    private static readonly ConcurrentDictionary<string, bool> Left = new(StringComparer.Ordinal);

    private readonly Lock _gate = new();
    private readonly List<SpillFile> _files = [];
    private string? _path;
    private bool _disposed;

    static SpillFolder() => AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
    {
        foreach (string path in Left.Keys)
        {
            Delete(path);
        }
    };

    /// <summary>Where the folder is, or null while nothing was spilled.</summary>
    public string? FullPath => _path;

    public SpillFile NewFile()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_path is null)
            {
                _path = Directory.CreateTempSubdirectory("serverlesscompute-").FullName;
                Left[_path] = true;
            }

            var file = new SpillFile(Path.Combine(_path, $"{_files.Count}.log"));
            _files.Add(file);
            return file;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (SpillFile file in _files)
            {
                file.Dispose();
            }

            if (_path is { } path && Left.TryRemove(path, out _))
            {
                Delete(path);
            }
        }
    }

    private static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody still reads a file of it (Windows). It lies in the temporary folder, which the system cleans.
        }
    }
}
