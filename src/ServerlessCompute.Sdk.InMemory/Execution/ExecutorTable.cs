namespace ServerlessCompute;

/// <summary>Who does the work of which jobs: delegates by the order of their registration, the latest first, then whoever does all the others. Thread-safe.</summary>
internal sealed class ExecutorTable
{
    private volatile Registration[] _delegates = [];
    private volatile IJobExecutor? _others;

    public bool Any => _others is not null || _delegates.Length > 0;

    public void Add(Func<InMemoryJob, bool> match, IJobExecutor executor)
    {
        Registration[] present;
        do
        {
            present = _delegates;
        }
        while (Interlocked.CompareExchange(ref _delegates, [new(match, executor), .. present], present) != present);
    }

    /// <summary>Who does the work of jobs that no delegate matches, or null for the scripted default.</summary>
    public void SetOthers(IJobExecutor? executor) => _others = executor;

    /// <summary>Calls users' code: never under the lock.</summary>
    /// <param name="job">The job as users see it.</param>
    /// <param name="hasCommand">Whether it has a command that could run outside the service; else only a delegate can do its work.</param>
    public IJobExecutor? Find(Func<InMemoryJob> job, bool hasCommand)
    {
        Registration[] delegates = _delegates;
        if (delegates.Length > 0)
        {
            InMemoryJob view = job();
            foreach (Registration registration in delegates)
            {
                if (registration.Match(view))
                {
                    return registration.Executor;
                }
            }
        }

        return hasCommand ? _others : null;
    }

    private sealed record Registration(Func<InMemoryJob, bool> Match, IJobExecutor Executor);
}
