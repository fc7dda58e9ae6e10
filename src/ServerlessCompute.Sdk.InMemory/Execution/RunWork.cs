using System.Text;

namespace ServerlessCompute;

/// <summary>Where the lives of jobs meet what does their work and what that leaves behind.</summary>
internal sealed class RunWork(Pacemaker pacemaker, WorkspaceFiles files, ExecutorTable executors)
{
    /// <summary>The whole log of a job that nobody runs. All of them share it: there may be a million.</summary>
    private static readonly AppendedContent ScriptedLog = AppendedContent.Start.Append("In-memory run: the command is not executed, it takes its time and succeeds.\n"u8);

    /// <summary>Makes the work of a job that somebody does.</summary>
    public required Func<JobRecord, JobExecution> NewExecution { get; init; }

    /// <summary>Registers the outputs of a job that succeeded.</summary>
    public required Action<JobRecord> RegisterOutputs { get; init; }

    /// <summary>Logs a metric's value for a job; its name is one that MLflow allows.</summary>
    public required Action<JobRecord, string, double, long> LogMetric { get; init; }

    public bool HasExecutors => executors.Any;

    /// <summary>Under the lock: a line of the service's own in a log of the run.</summary>
    public void Say(JobRecord job, string log, string line) => Append(job, log, Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Under the lock: the log of a job that nobody runs.</summary>
    public void SayScripted(JobRecord job)
    {
        files.Artifacts.TryAdd(WorkspaceFiles.ArtifactPath(job.Name, RunLogNames.Standard), Blob.OfLog(job.Name, RunLogNames.Standard, ScriptedLog));
        Begin(job, RunLogNames.Standard);
        job.Touch(pacemaker.Instant());
    }

    /// <summary>Adds to a log of the run, from any thread. The bytes are written outside the lock: a long log goes to a file.</summary>
    public void Append(JobRecord job, string log, ReadOnlySpan<byte> utf8)
    {
        files.Artifacts.Append(WorkspaceFiles.ArtifactPath(job.Name, log), utf8);
        lock (pacemaker.Gate)
        {
            Begin(job, log);
            job.HasOpenLogs = true;
            job.Touch(pacemaker.Instant());
        }
    }

    /// <summary>Under the lock: the run is over, nothing more is logged.</summary>
    public void Seal(JobRecord job)
    {
        if (job.HasOpenLogs)
        {
            job.HasOpenLogs = false;
            foreach (string log in job.Logs)
            {
                files.Artifacts.Seal(WorkspaceFiles.ArtifactPath(job.Name, log));
            }
        }
    }

    private static void Begin(JobRecord job, string log)
    {
        if (job.Logs.Count == 0 && log == RunLogNames.Standard)
        {
            job.Logs = RunLogNames.StandardAlone;
        }
        else if (!job.Logs.Contains(log, StringComparer.Ordinal))
        {
            job.Logs = [.. job.Logs, log];
        }
    }
}
