namespace ServerlessCompute;

/// <summary>
/// A request that is held until its run changes, or ends, or the client's patience does. Its answer is made in that moment, before anything
/// else happens: it never depends on how soon a thread comes to it.
/// </summary>
internal sealed class HeldWait(JobRecord job, int seenRevision, bool untilTerminal, Func<EngineResponse> answer) : IEventTarget
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JobRecord Job { get; } = job;

    public Appointment? Deadline { get; set; }

    public Task Over => _over.Task;

    public bool IsOver { get; private set; }

    string IEventTarget.OrderName => Job.Name;

    /// <summary>Whether what it waits for is there.</summary>
    public bool IsSatisfied => Job.IsOver || (!untilTerminal && Job.Revision != seenRevision);

    /// <summary>What the request is answered; null when its client went away.</summary>
    public EngineResponse? Answer { get; private set; }

    /// <summary>Under the lock: what was waited for is there.</summary>
    public void Complete()
    {
        if (!IsOver)
        {
            Answer = answer();
            Finish();
        }
    }

    /// <summary>The client went away.</summary>
    public void Abandon(Pacemaker pacemaker)
    {
        lock (pacemaker.Gate)
        {
            if (!IsOver && Job.Waits?.Remove(this) == true)
            {
                pacemaker.Release();
                Finish();
            }
        }
    }

    private void Finish()
    {
        IsOver = true;
        _over.TrySetResult();
    }

    void IEventTarget.OnDue(int stage) => Job.Waits?.Finish(this);
}
