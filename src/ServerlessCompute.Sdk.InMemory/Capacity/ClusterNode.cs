namespace ServerlessCompute;

/// <summary>A node of a named cluster: it asks the scheduler for its cores like a job, and keeps them until it has left. Under the engine's lock.</summary>
internal sealed class ClusterNode(Cluster cluster, string name) : IClaimant, IEventTarget
{
    private NodeClaim? _claim;

    public string Name => name;

    public ClusterNodeState State { get; private set; }

    /// <summary>What keeps it from getting its cores.</summary>
    public QuotaScope Obstacle => State == ClusterNodeState.Asked ? cluster.Scheduler.Ledger.Obstacle(cluster.Size.Family, cluster.Tier, cluster.Size.VCpus) : QuotaScope.None;

    /// <summary>Who runs on it.</summary>
    public NodeClaim? User { get; private set; }

    private Appointment? Next { get; set; }

    string IEventTarget.OrderName => name;

    public void Ask(long now)
    {
        _claim = new NodeClaim(this, cluster.Size, 1, cluster.Tier, pool: -1);
        if (cluster.Scheduler.Ask(_claim, now))
        {
            ((IClaimant)this).NodesGranted(_claim);
        }
    }

    public void Run(NodeClaim user)
    {
        cluster.Pacemaker.Cancel(Next);
        State = ClusterNodeState.Running;
        User = user;
    }

    public void Stand()
    {
        User = null;
        State = ClusterNodeState.Idle;
        Next = cluster.Pacemaker.Schedule(cluster.Pacemaker.Instant() + cluster.IdleTime.Ticks, this, 0, isWork: false);
    }

    /// <summary>Goes, if it was idle long enough.</summary>
    public void GoIfTired()
    {
        if (State == ClusterNodeState.Idle && Next!.Due <= cluster.Pacemaker.Instant())
        {
            cluster.Pacemaker.Cancel(Next);
            State = ClusterNodeState.Leaving;
            Next = cluster.Pacemaker.Schedule(cluster.Pacemaker.Instant() + cluster.LeaveTime(name).Ticks, this, 0, isWork: true);
            cluster.Transition();
        }
    }

    /// <summary>Gives up what was asked for.</summary>
    public void Forget(long now) => cluster.Scheduler.Leave(_claim!, now);

    /// <summary>What it cost since it was last paid for.</summary>
    public (long Ticks, Int128 Cost) Unpaid(long now) => _claim is { HasNodes: true } ? cluster.Scheduler.Unpaid(_claim, now) : default;

    void IEventTarget.OnDue(int stage)
    {
        if (State == ClusterNodeState.Preparing)
        {
            Stand();
            cluster.NodeIsUp();
        }
        else if (State == ClusterNodeState.Idle)
        {
            cluster.Resize();
        }
        else if (State == ClusterNodeState.Leaving)
        {
            cluster.Scheduler.Leave(_claim!, cluster.Pacemaker.Instant(), keepsIdle: false);
            cluster.HasLeft(this);
        }
    }

    void IClaimant.NodesGranted(NodeClaim claim)
    {
        State = ClusterNodeState.Preparing;
        Next = cluster.Pacemaker.Schedule(cluster.Pacemaker.Instant() + cluster.StartTime(name).Ticks, this, 0, isWork: true);
        cluster.Transition();
    }

    void IClaimant.NodeNoticed(NodeClaim claim, Node node, long takenAt) => User?.Claimant.NodeNoticed(User, node, takenAt);

    void IClaimant.NoticeWithdrawn(NodeClaim claim, Node node) => User?.Claimant.NoticeWithdrawn(User, node);

    void IClaimant.NodeLost(NodeClaim claim, Node node, NodeLoss loss)
    {
        NodeClaim? user = User;
        cluster.Pacemaker.Cancel(Next);
        State = ClusterNodeState.Lost;
        cluster.Scheduler.Leave(claim, cluster.Pacemaker.Instant());
        cluster.HasLeft(this);
        user?.Claimant.NodeLost(user, node, loss);
    }

    void IClaimant.Charge(long ticks, Int128 cost) => cluster.Charge(ticks, cost);

    void IClaimant.Settled(NodeClaim claim)
    {
    }
}
