namespace ServerlessCompute;

/// <summary>
/// Lets the Spot market happen to nodes, and droughts end: every five minutes, for each family that has Spot nodes or waits for machines, it asks the course which
/// nodes get their notice, and takes those beyond what there is. Under the engine's lock.
/// </summary>
internal sealed class SpotWatch(SpotCourse course, NodeScheduler scheduler, Pacemaker pacemaker, Action changed)
{
    private readonly Dictionary<NodeQueue, FamilyStep> _steps = [];

    public SpotCourse Course => course;

    public Pacemaker Pacemaker => pacemaker;

    /// <summary>A family has Spot nodes, or waits for some.</summary>
    public void Attend(NodeQueue queue)
    {
        if ((!course.IsCalm && queue.Tier == ComputeTier.LowPriority) || (scheduler.Supply.HasSeasons && queue.Waiting.Count > 0))
        {
            if (!_steps.TryGetValue(queue, out FamilyStep? step))
            {
                _steps.Add(queue, step = new FamilyStep(this, queue));
            }

            step.Attend();
        }
    }

    /// <summary>Gives a node its notice now.</summary>
    public void Announce(Node node)
    {
        if (node.Notice is null)
        {
            node.Notice = new SpotNotice(this, node, isWithdrawn: false);
            ((IEventTarget)node.Notice).OnDue(0);
        }
    }

    public void Take(Node node)
    {
        scheduler.Lose(node, NodeLoss.Evicted, pacemaker.Instant());
        changed();
    }

    private void Step(NodeQueue queue, long now)
    {
        if (queue.Tier == ComputeTier.LowPriority && !course.IsCalm)
        {
            TakeWhatTheMarketTakes(queue, now);
        }

        if (queue.Waiting.Count > 0)
        {
            changed();
        }
    }

    private void TakeWhatTheMarketTakes(NodeQueue queue, long now)
    {
        long step = now / SpotCourse.StepTicks;
        Node[] nodes = [.. queue.Holding.SelectMany(static c => c.Nodes).Where(static n => !n.IsReleased && n.Notice is null).OrderBy(static n => n.Number)];
        foreach (Node node in nodes)
        {
            if (course.Notice(node, step) is { } at)
            {
                Schedule(node, at);
            }
        }

        // Beyond what there is: the youngest go first.
        long tooMany = queue.Holding.Sum(static c => c.Nodes.Where(static n => !n.IsReleased && n.Notice is null).Sum(static n => (long)n.Size.VCpus)) - course.Cores(queue.Family, now);
        for (int i = nodes.Length - 1; i >= 0 && tooMany > 0; i--)
        {
            if (nodes[i].Notice is null)
            {
                Schedule(nodes[i], now);
                tooMany -= nodes[i].Size.VCpus;
            }
        }
    }

    private void Schedule(Node node, long at)
    {
        node.Notice = new SpotNotice(this, node, course.Withdraws(node, at));
        node.Notice.Schedule(at);
    }

    /// <summary>The next step of a family.</summary>
    private sealed class FamilyStep(SpotWatch watch, NodeQueue queue) : IEventTarget
    {
        private Appointment? _next;

        string IEventTarget.OrderName => queue.Family.Name;

        public void Attend()
        {
            // While jobs wait, the service is not idle: the market will have machines again.
            bool isAwaited = queue.Waiting.Count > 0;
            if (_next is { IsCancelled: false } && (_next.IsWork || !isAwaited))
            {
                return;
            }

            watch.Pacemaker.Cancel(_next);
            long step = (watch.Pacemaker.Instant() / SpotCourse.StepTicks) + 1;
            _next = watch.Pacemaker.Schedule(step * SpotCourse.StepTicks, this, 0, isAwaited && watch.IsShort(queue));
        }

        void IEventTarget.OnDue(int stage)
        {
            watch.Step(queue, watch.Pacemaker.Instant());
            if (queue.Holding.Count > 0 || queue.Waiting.Count > 0)
            {
                watch.Attend(queue);
            }
        }
    }

    /// <summary>Whether the first in line waits for the market, and not in vain.</summary>
    private bool IsShort(NodeQueue queue) => queue.Waiting.First is { } first && first.Cores <= course.MostCores && !scheduler.IsSupplied(queue, first, pacemaker.Instant());
}
