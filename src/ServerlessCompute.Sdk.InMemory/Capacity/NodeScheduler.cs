namespace ServerlessCompute;

/// <summary>
/// Gives quota to jobs, all their nodes or none. Jobs of one family and tier are served in the order in which they came; one of another
/// family may start before them, since it takes nothing from them but the regional total. Used under the engine's lock.
/// </summary>
internal sealed class NodeScheduler(QuotaLedger ledger)
{
    private readonly Dictionary<int, NodeQueue> _queues = [];
    private readonly List<NodeQueue> _waiting = [];
    private long _arrivals;

    /// <summary>Takes the job's cores, or puts it into its queue.</summary>
    /// <returns>Whether the nodes are the job's.</returns>
    public bool TryStart(JobRecord job)
    {
        VmSize size = job.Size!;
        long cores = SizeChooser.Cores(size, job.NodeCount);
        int key = (size.Family.Index * 2) + (int)job.Tier;
        if (!_queues.TryGetValue(key, out NodeQueue? queue))
        {
            _queues.Add(key, queue = new NodeQueue(size.Family, job.Tier));
        }

        if (queue.Jobs.Count == 0 && ledger.TryTake(size.Family, job.Tier, cores))
        {
            return job.HasNodes = true;
        }

        if (queue.Jobs.Count == 0)
        {
            _waiting.Add(queue);
        }

        job.Place = queue.Jobs.AddLast(new WaitingJob(job, cores, _arrivals++));
        return false;
    }

    /// <summary>Takes the job's nodes back, or takes it out of its queue.</summary>
    public void Leave(JobRecord job)
    {
        if (job.HasNodes)
        {
            job.HasNodes = false;
            ledger.Return(job.Size!.Family, job.Tier, SizeChooser.Cores(job.Size, job.NodeCount));
        }
        else if (job.Place is not null)
        {
            Remove(job);
        }
    }

    /// <summary>The next job whose nodes are free now; they are its own from here on.</summary>
    public JobRecord? StartNext()
    {
        LinkedListNode<WaitingJob>? first = null;
        foreach (NodeQueue queue in _waiting)
        {
            LinkedListNode<WaitingJob> head = queue.Jobs.First!;
            if ((first is null || head.Value.Arrival < first.Value.Arrival) && head.Value.Cores <= ledger.Free(queue.Family, queue.Tier))
            {
                first = head;
            }
        }

        if (first?.Value is not { Job: JobRecord job } next)
        {
            return null;
        }

        ledger.TryTake(job.Size!.Family, job.Tier, next.Cores);
        job.HasNodes = true;
        Remove(job);
        return job;
    }

    /// <summary>How many jobs stand before this one in its queue.</summary>
    public static int AheadOf(JobRecord job)
    {
        int ahead = 0;
        for (LinkedListNode<WaitingJob>? before = job.Place?.Previous; before is not null; before = before.Previous)
        {
            ahead++;
        }

        return ahead;
    }

    private void Remove(JobRecord job)
    {
        LinkedList<WaitingJob> jobs = job.Place!.List!;
        jobs.Remove(job.Place);
        job.Place = null;
        if (jobs.Count == 0)
        {
            _waiting.RemoveAll(queue => queue.Jobs == jobs);
        }
    }
}
