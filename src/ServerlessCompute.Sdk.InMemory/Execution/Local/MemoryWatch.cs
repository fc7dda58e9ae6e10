using System.Globalization;

namespace ServerlessCompute;

/// <summary>The memory that process groups hold, looked up once a second. Linux only: elsewhere it sees nothing.</summary>
internal sealed class MemoryWatch(IReadOnlySet<int> groups, TimeProvider time)
{
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(1);

    /// <summary>The most that was seen, or null when nothing was.</summary>
    public long? Peak { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            while (true)
            {
                Look();
                await Task.Delay(_pace, time, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The job is over.
        }
    }

    private void Look()
    {
        long pages = 0;
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (char.IsAsciiDigit(Path.GetFileName(folder)[0]))
            {
                pages += Pages(Path.Combine(folder, "stat"));
            }
        }

        long bytes = pages * Environment.SystemPageSize;
        Peak = bytes > 0 ? Math.Max(Peak ?? 0, bytes) : Peak;
    }

    // Behind the program's name, which may contain anything, the third field is the process group and the 22nd the resident pages.
    private long Pages(string stat)
    {
        try
        {
            string text = File.ReadAllText(stat);
            string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return groups.Contains(int.Parse(fields[2], CultureInfo.InvariantCulture)) ? long.Parse(fields[21], CultureInfo.InvariantCulture) : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is nobody's business.
            return 0;
        }
    }
}
