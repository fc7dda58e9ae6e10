namespace ServerlessCompute;

/// <summary>A request that is held until its run changes, or ends, or the client's patience does.</summary>
internal sealed class HeldWait(JobRecord job, int seenRevision, bool untilTerminal) : IEventTarget
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JobRecord Job { get; } = job;

    public Appointment? Deadline { get; set; }

    public Task Over => _over.Task;

    public bool IsOver { get; private set; }

    string IEventTarget.OrderName => Job.Name;

    /// <summary>Whether what it waits for is there.</summary>
    public bool IsSatisfied => Job.IsOver || (!untilTerminal && Job.Revision != seenRevision);

    /// <summary>Under the lock: nobody waits any longer. Said once.</summary>
    public void Finish()
    {
        IsOver = true;
        _over.TrySetResult();
    }

    /// <summary>The client went away.</summary>
    public void Abandon(Pacemaker pacemaker)
    {
        lock (pacemaker.Gate)
        {
            Job.Waits?.Finish(this);
        }
    }

    void IEventTarget.OnDue(int stage) => Job.Waits?.Finish(this);
}
