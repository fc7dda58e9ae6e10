namespace ServerlessCompute;

/// <summary>Where the lives of jobs meet what does their work and what that leaves behind.</summary>
internal sealed class RunWork(Pacemaker pacemaker, WorkspaceFiles files, ExecutorTable executors)
{
    /// <summary>The life asks for it again and again, so it is looked up and not passed around.</summary>
    public required Func<JobRecord, JobExecution> NewExecution { get; init; }

    public bool HasExecutors => executors.Any;

    /// <summary>Under the lock: a line of the service's own in a log of the run.</summary>
    public void Say(JobRecord job, string log, string line) => Append(job, log, System.Text.Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Under the lock: adds to a log of the run.</summary>
    public void Append(JobRecord job, string log, ReadOnlySpan<byte> utf8)
    {
        files.Artifacts.Append(WorkspaceFiles.ArtifactPath(job.Name, log), utf8);
        if (!job.Logs.Contains(log, StringComparer.Ordinal))
        {
            job.Logs = [.. job.Logs, log];
        }

        job.Touch(pacemaker.Instant());
    }

    /// <summary>Under the lock: the run is over, nothing more is logged.</summary>
    public void Seal(JobRecord job)
    {
        foreach (string log in job.Logs)
        {
            files.Artifacts.Seal(WorkspaceFiles.ArtifactPath(job.Name, log));
        }
    }
}
