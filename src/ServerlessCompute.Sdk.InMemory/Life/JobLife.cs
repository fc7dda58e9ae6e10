namespace ServerlessCompute;

/// <summary>How jobs of one type live. It keeps nothing of a single job: that is in the <see cref="JobRecord"/>.</summary>
internal abstract class JobLife
{
    /// <summary>The contract's word for the type, for example <c>Command</c>.</summary>
    public abstract string JobType { get; }

    /// <summary>How run history classes such a job when it is nobody's child.</summary>
    public abstract RunKind Kind { get; }

    /// <summary>How many nodes of its own a job asks for.</summary>
    public abstract int NodeCount(ReadOnlySpan<byte> body);

    /// <summary>Under the lock: the job was accepted.</summary>
    public abstract void Begin(JobRecord job);

    /// <summary>Under the lock: an appointment of the job has come.</summary>
    public abstract void Continue(JobRecord job, int stage);

    /// <summary>Under the lock: somebody or something wants it to stop.</summary>
    public abstract void Stop(JobRecord job, StopReason reason);

    /// <summary>Under the lock: it fails at once, whatever it is doing.</summary>
    public abstract void Fail(JobRecord job, RunError error);

    /// <summary>Under the lock: its nodes are free now. For lives that have nodes.</summary>
    public virtual void NodesFree(JobRecord job) => throw new InvalidOperationException($"A job of type {JobType} has no nodes of its own.");

    /// <summary>Under the lock: quota or policies have changed while it waits for nodes. For lives that have nodes.</summary>
    public virtual void Reconsider(JobRecord job) => throw new InvalidOperationException($"A job of type {JobType} has no nodes of its own.");

    /// <summary>Under the lock: one of its nodes will be taken at that time. For lives that have nodes.</summary>
    public virtual void NodeNoticed(JobRecord job, Node node, long takenAt)
    {
    }

    /// <summary>Under the lock: the node will not be taken after all. For lives that have nodes.</summary>
    public virtual void NoticeWithdrawn(JobRecord job, Node node)
    {
    }

    /// <summary>Under the lock: one of its nodes is gone. For lives that have nodes.</summary>
    public virtual void NodeLost(JobRecord job, Node node, NodeLoss loss) => throw new InvalidOperationException($"A job of type {JobType} has no nodes of its own.");

    /// <summary>Under the lock: its work is over. For lives that have work.</summary>
    public virtual void WorkDone(JobRecord job, ExecutionOutcome outcome) => throw new InvalidOperationException($"A job of type {JobType} has no work of its own.");

    /// <summary>Under the lock: its command ought to run and nobody is there to run it. For lives that have work.</summary>
    public virtual void RunScripted(JobRecord job) => throw new InvalidOperationException($"A job of type {JobType} has no work of its own.");

    /// <summary>Under the lock: a child of the job is over.</summary>
    public virtual void ChildOver(JobRecord job, JobRecord child)
    {
    }

    /// <summary>Under the lock: a child of the job logged something.</summary>
    public virtual void ChildReported(JobRecord job, JobRecord child)
    {
    }
}
