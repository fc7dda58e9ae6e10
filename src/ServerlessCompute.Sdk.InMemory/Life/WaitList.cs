namespace ServerlessCompute;

/// <summary>The requests that are held for one run. Used under the engine's lock.</summary>
internal sealed class WaitList(Pacemaker pacemaker)
{
    private readonly List<HeldWait> _waits = new(1);

    public int Count => _waits.Count;

    public void Add(HeldWait wait, long deadline)
    {
        wait.Deadline = pacemaker.Schedule(deadline, wait, stage: 0, isWork: false);
        _waits.Add(wait);
        pacemaker.Hold();
    }

    /// <summary>Ends one wait, because its time is up.</summary>
    public void Finish(HeldWait wait)
    {
        if (Remove(wait))
        {
            pacemaker.Answer(wait);
        }
    }

    /// <summary>Takes out a wait that nobody will answer.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(HeldWait wait)
    {
        pacemaker.Cancel(wait.Deadline);
        return _waits.Remove(wait);
    }

    /// <summary>The run changed: ends the waits that waited for that.</summary>
    public void Notify()
    {
        for (int i = _waits.Count - 1; i >= 0; i--)
        {
            HeldWait wait = _waits[i];
            if (wait.IsSatisfied)
            {
                _waits.RemoveAt(i);
                pacemaker.Cancel(wait.Deadline);
                pacemaker.Answer(wait);
            }
        }
    }
}
