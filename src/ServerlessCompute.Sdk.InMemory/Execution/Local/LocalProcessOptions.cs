namespace ServerlessCompute;

/// <summary>
/// How commands run as processes of this machine. The job's environment image is not used: the command finds the programs that
/// are installed here, and each run's log says so in its first line.
/// </summary>
/// <remarks>
/// <para>A distributed job gets one process for each rank, with the variables of its launcher, all in one code folder; without a distribution the
/// command runs once for each node, which it finds in <c>NODE_RANK</c>. When one fails, the others are ended. A Ray job runs its command once.</para>
/// <para>Immutable and thread-safe. A job's processes share a process group (a job object on Windows), which is ended with the job; a program
/// that starts a session of its own (<c>setsid</c>, <c>nohup setsid …</c>) leaves that group and is not ended.</para>
/// </remarks>
public sealed record LocalProcessOptions
{
    /// <summary>The folder in which each job gets a working folder of its own.</summary>
    /// <value>By default null: a folder below the machine's folder for temporary files.</value>
    public string? WorkFolder { get; init; }

    /// <summary>Whether the working folders stay after the jobs, to look at what a job saw. The log's first line then names the folder.</summary>
    /// <value>By default false: a job's folder is deleted when the job ends.</value>
    public bool KeepFolders { get; init; }

    /// <summary>The program that runs the command, called with <c>-c</c> and the command: a full path or a name on the <c>PATH</c>.</summary>
    /// <value>By default null: bash, as in the service. On Windows the bash of Git for Windows.</value>
    public string? Shell { get; init; }

    /// <summary>How many processes run at once; a job of several ranks takes one place for each. Jobs wait in the order they came.</summary>
    /// <value>By default null: the number of the machine's processors. A job with more ranks than places runs alone.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? MaxConcurrency
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one process must be allowed to run; leave MaxConcurrency out for one a processor.");
    }

    /// <summary>How many bytes of output are kept for each log file. What a process prints beyond that is dropped, and one line says so.</summary>
    /// <value>By default 256 MiB.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long MaxLogBytes
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A log cannot have fewer than 0 bytes.");
    } = 256L << 20;

    /// <summary>How long processes that were asked to end (<c>SIGTERM</c>) may take before they are killed. On Windows they are killed at once.</summary>
    /// <value>By default 5 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan KillGracePeriod
    {
        get;
        init => field = NotNegative(value);
    } = TimeSpan.FromSeconds(5);

    private static TimeSpan NotNegative(TimeSpan value) =>
        value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A period cannot be negative.");
}
