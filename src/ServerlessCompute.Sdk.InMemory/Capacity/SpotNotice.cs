namespace ServerlessCompute;

/// <summary>A notice to a node that it will be taken, from its announcement to its end. Under the engine's lock.</summary>
internal sealed class SpotNotice(SpotWatch watch, Node node, bool isWithdrawn) : IEventTarget
{
    private const int Announced = 0;
    private const int Due = 1;

    private Appointment? _next;

    string IEventTarget.OrderName => node.Name;

    public Node Node => node;

    public void Schedule(long at) => _next = watch.Pacemaker.Schedule(at, this, Announced, isWork: false);

    /// <summary>Azure thought better of it.</summary>
    public void Withdraw()
    {
        watch.Pacemaker.Cancel(_next);
        node.Notice = null;
        if (node.User is { } claim)
        {
            claim.Claimant.NoticeWithdrawn(claim, node);
        }
    }

    void IEventTarget.OnDue(int stage)
    {
        if (node.IsReleased)
        {
            return;
        }

        if (stage == Announced)
        {
            long takenAt = watch.Pacemaker.Instant() + watch.Course.Market.Notice.Ticks;
            _next = watch.Pacemaker.Schedule(takenAt, this, Due, isWork: false);
            if (node.User is { } claim)
            {
                claim.Claimant.NodeNoticed(claim, node, takenAt);
            }
        }
        else if (isWithdrawn)
        {
            Withdraw();
        }
        else
        {
            node.Notice = null;
            watch.Take(node);
        }
    }
}
