using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ServerlessCompute;

/// <summary>A command in a process group of its own.</summary>
/// <remarks>
/// .NET cannot put a child into a new group, and the parent may not do it after the child's exec. Bash can: with job control on, each
/// background job leads a group. So a small guard starts the command in the background, tells its group, waits and passes the exit code on.
/// The guard's standard input is a lifeline: when it closes without a word, because this process died however abruptly, the group is killed.
/// </remarks>
internal sealed partial class UnixProcessTree : ProcessTree
{
    /// <summary>The guard's script: the shell is in <c>$1</c>, the command in <c>$2</c>; it writes the group's number and at last the times to standard error.</summary>
    internal const string Guard = """
        exec 3<&0 </dev/null 4>&2 2>/dev/null
        set -m
        "$1" -c "$2" 2>&1 3<&- 4>&- &
        job=$!
        set +m
        trap '' HUP INT QUIT TERM
        exec >/dev/null
        { read -r _ <&3 || kill -KILL -- "-$job"; } 4>&- &
        echo "$job" >&4
        exec 3<&-
        wait "$job"
        code=$?
        times >&4
        exit $code
        """;

    private const int SignalKill = 9;
    private const int SignalTerminate = 15;

    private readonly Process _guard;
    private readonly int _group;
    private TimeSpan _processorTime;
    private volatile bool _gone;
    private bool _ended;

    private UnixProcessTree(Process guard, int group)
    {
        _guard = guard;
        _group = group;
    }

    public override Stream Output => _guard.StandardOutput.BaseStream;

    public override int? Group => _group;

    public override TimeSpan ProcessorTime => _processorTime;

    public override bool IsAlive
    {
        get
        {
            // The number of a group that is gone may be given to others: from then on it gets no signal.
            _gone = _gone || Signal(-_group, 0) != 0;
            return !_gone;
        }
    }

    public static async Task<UnixProcessTree> StartGroupAsync(ProcessLaunch launch)
    {
        Process guard = launch.Start(Guard);
        string? group = await guard.StandardError.ReadLineAsync().ConfigureAwait(false);
        if (!int.TryParse(group, CultureInfo.InvariantCulture, out int id) || id <= 1)
        {
            guard.Dispose();
            throw new LocalRunException($"'{launch.Bash}' did not start the command: {group ?? "it ended at once"}. Check that it is a working bash.");
        }

        return new UnixProcessTree(guard, id);
    }

    public override async Task<int> WaitForExitAsync()
    {
        string times = await _guard.StandardError.ReadToEndAsync().ConfigureAwait(false);
        await _guard.WaitForExitAsync().ConfigureAwait(false);
        _processorTime = ReadTimes(times);
        return _guard.ExitCode;
    }

    public override void RequestEnd() => Send(SignalTerminate);

    public override void Kill() => Send(SignalKill);

    public override void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        Kill();
        try
        {
            // A line tells the guard that all is done, so that it does not kill a group whose number the system may have given to others since.
            _guard.StandardInput.Write('\n');
            _guard.StandardInput.Close();
        }
        catch (IOException)
        {
            // The guard was killed from outside; there is nobody left to tell.
        }

        _guard.Dispose();
    }

    private void Send(int signal)
    {
        if (IsAlive)
        {
            _ = Signal(-_group, signal);
        }
    }

    // Two lines of two such times, 1m2.345s, as bash's own: its user and system time, then those of its children. Some languages write a comma.
    private static TimeSpan ReadTimes(string times)
    {
        TimeSpan sum = TimeSpan.Zero;
        foreach (string time in times.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Skip(2))
        {
            string[] parts = time.TrimEnd('s').Replace(',', '.').Split('m');
            if (parts is [var minutes, var seconds]
                && int.TryParse(minutes, CultureInfo.InvariantCulture, out int wholeMinutes)
                && double.TryParse(seconds, CultureInfo.InvariantCulture, out double restSeconds))
            {
                sum += TimeSpan.FromMinutes(wholeMinutes) + TimeSpan.FromSeconds(restSeconds);
            }
        }

        return sum;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
