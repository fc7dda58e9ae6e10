using System.Globalization;
using System.Security.Cryptography;

namespace ServerlessCompute;

/// <summary>The folder on disk of one in-memory service: the working folders of its jobs, and large files that its jobs left behind.</summary>
/// <remarks>
/// Thread-safe. An open lock file marks the folder as somebody's; the system lets go of it with the process, however that ends, so the
/// next service to start finds what a dead one left and removes it. Nothing is created before the first job.
/// </remarks>
internal sealed class LocalStore : IDisposable
{
    private const string Prefix = "run-";
    private const string LockName = ".lock";

    // Files up to this size are kept in memory, as everything else in the service is.
    private const long SmallFile = 256 * 1024;

    private readonly Lock _lock = new();
    private readonly string _parent;
    private readonly bool _keep;
    private FileStream? _owner;
    private string? _root;
    private long _counter;
    private bool _disposed;

    public LocalStore(string? workFolder, bool keepFolders)
    {
        _parent = Path.GetFullPath(workFolder ?? Path.Combine(Path.GetTempPath(), "serverless-compute"));
        _keep = keepFolders;
    }

    /// <summary>Makes a new, empty folder for a job.</summary>
    public LocalFolder CreateJobFolder(string jobName)
    {
        // The number makes it unique; the name is for people who look in, and short because Windows counts a path's letters.
        string name = string.Create(CultureInfo.InvariantCulture, $"{jobName[..Math.Min(jobName.Length, 32)]}-{Interlocked.Increment(ref _counter)}");
        return LocalFolder.Create(Path.Combine(Root(), name), _keep);
    }

    /// <summary>Takes a file out of a working folder: a small one into memory, a large one by moving it.</summary>
    public BlobContent Take(string path) => Content(path, move: !_keep);

    /// <summary>Keeps what is in a file and leaves the file where it is.</summary>
    public BlobContent Copy(string path) => Content(path, move: false);

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _owner?.Dispose();
            if (_root is not null && !_keep)
            {
                LocalFolder.Delete(_root);
            }
        }
    }

    private BlobContent Content(string path, bool move)
    {
        long length = new FileInfo(path).Length;
        if (length == 0)
        {
            // Not opened: it may be a pipe, which would keep its reader waiting.
            return BlobContent.FromBytes(default);
        }

        if (length <= SmallFile)
        {
            return BlobContent.FromBytes(File.ReadAllBytes(path));
        }

        string folder = Directory.CreateDirectory(Path.Combine(Root(), "kept")).FullName;
        string kept = Path.Combine(folder, Interlocked.Increment(ref _counter).ToString(CultureInfo.InvariantCulture));
        if (move)
        {
            File.Move(path, kept);
        }
        else
        {
            File.Copy(path, kept);
        }

        return BlobContent.FromFile(kept);
    }

    private string Root()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _root ??= CreateRoot();
        }
    }

    private string CreateRoot()
    {
        Directory.CreateDirectory(_parent);
        RemoveLeftovers();
        string root = Path.Combine(_parent, Prefix + RandomNumberGenerator.GetHexString(12, lowercase: true));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(root);
        }
        else
        {
            // A job's data is nobody else's business on a shared machine.
            Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (!_keep)
        {
            _owner = new FileStream(Path.Combine(root, LockName), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        }

        return root;
    }

    private void RemoveLeftovers()
    {
        foreach (string folder in Directory.EnumerateDirectories(_parent, Prefix + "*"))
        {
            string mark = Path.Combine(folder, LockName);
            try
            {
                // A folder without the mark was kept on purpose, or is being made right now.
                if (File.Exists(mark))
                {
                    new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                    LocalFolder.Delete(folder);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It belongs to a process that lives, or to another user.
            }
        }
    }
}
