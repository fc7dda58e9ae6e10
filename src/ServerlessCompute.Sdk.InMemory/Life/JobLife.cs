namespace ServerlessCompute;

/// <summary>How jobs of one type live. It keeps nothing of a single job: that is in the <see cref="JobRecord"/>.</summary>
internal abstract class JobLife
{
    /// <summary>Under the lock: the job was accepted.</summary>
    public abstract void Begin(JobRecord job);

    /// <summary>Under the lock: an appointment of the job has come.</summary>
    public abstract void Continue(JobRecord job, int stage);

    /// <summary>Under the lock: its nodes are free now.</summary>
    public abstract void NodesFree(JobRecord job);

    /// <summary>Under the lock: quota or policies have changed while it waits for nodes.</summary>
    public abstract void Reconsider(JobRecord job);

    /// <summary>Under the lock: somebody or something wants it to stop.</summary>
    public abstract void Stop(JobRecord job, StopReason reason);

    /// <summary>Under the lock: its work is over.</summary>
    public abstract void WorkDone(JobRecord job, ExecutionOutcome outcome);

    /// <summary>Under the lock: its command ought to run and nobody is there to run it.</summary>
    public abstract void RunScripted(JobRecord job);

    /// <summary>Under the lock: it fails at once, whatever it is doing.</summary>
    public abstract void Fail(JobRecord job, RunError error);
}
