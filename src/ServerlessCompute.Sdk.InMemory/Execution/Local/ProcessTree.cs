namespace ServerlessCompute;

/// <summary>A shell command with everything it starts, so that all of it can be ended together.</summary>
internal abstract class ProcessTree : IDisposable
{
    /// <summary>What standard output and standard error say, in the order in which it was written. Ends when nobody holds them open any more.</summary>
    public abstract Stream Output { get; }

    /// <summary>Whether any process of the tree still runs.</summary>
    public abstract bool IsAlive { get; }

    /// <summary>The number of its process group, where there are such.</summary>
    public virtual int? Group => null;

    /// <summary>The processor time it took; complete once the command has ended.</summary>
    public abstract TimeSpan ProcessorTime { get; }

    /// <summary>Waits for the command itself, not for what it left in the background, and gives its exit code (128 + n for signal n).</summary>
    public abstract Task<int> WaitForExitAsync();

    /// <summary>Asks every process of the tree to end, where the platform knows such a request.</summary>
    public abstract void RequestEnd();

    /// <summary>Ends every process of the tree.</summary>
    public abstract void Kill();

    /// <summary>Ends what is left and lets go of the output.</summary>
    public abstract void Dispose();

    /// <summary>Starts the command.</summary>
    /// <exception cref="LocalRunException">The shell cannot be started.</exception>
    public static async Task<ProcessTree> StartAsync(ProcessLaunch launch) => OperatingSystem.IsWindows()
        ? WindowsProcessTree.StartJob(launch)
        : await UnixProcessTree.StartGroupAsync(launch).ConfigureAwait(false);
}
