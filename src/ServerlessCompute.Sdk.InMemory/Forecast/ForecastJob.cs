namespace ServerlessCompute;

/// <summary>A job of a forecast: it asks for nodes, runs, and leaves. Small: there may be a million.</summary>
internal sealed class ForecastJob(ForecastRun run, PlacementRequest request, long duration, long saveEvery, int image) : IClaimant, IEventTarget
{
    private const int Accepted = 0;
    private const int NodesUp = 1;
    private const int Over = 2;

    private ForecastGroup? _group;
    private NodeClaim? _claim;
    private Appointment? _next;
    private long _left = duration;
    private long _upAt = -1;

    public string Name => "";

    /// <summary>When it asked for nodes first, in ticks.</summary>
    public long AskedAt { get; private set; }

    /// <summary>When it first got them; -1 before that.</summary>
    public long GrantedAt { get; private set; } = -1;

    /// <summary>When it was over; -1 before that.</summary>
    public long OverAt { get; private set; } = -1;

    string IEventTarget.OrderName => "";

    public void Begin() => After(run.Timings.Acceptance(run.Chance), Accepted);

    /// <summary>The run ends while the job waits for its first nodes.</summary>
    public void GiveUp(long now)
    {
        if (_claim is { IsWaiting: true } && GrantedAt < 0)
        {
            _group!.Waits.Add(now - AskedAt);
        }
    }

    void IEventTarget.OnDue(int stage)
    {
        switch (stage)
        {
            case Accepted:
                Ask();
                break;
            case NodesUp:
                _upAt = run.Now;
                After(_left + run.Timings.Finalizing(run.Chance), Over);
                break;
            default:
                OverAt = run.Now;
                _group!.Completed++;
                _group.TurnaroundTicks += OverAt - AskedAt;
                Leave();
                run.Observer?.Invoke(this);
                break;
        }
    }

    void IClaimant.NodesGranted(NodeClaim claim)
    {
        if (GrantedAt < 0)
        {
            GrantedAt = run.Now;
            _group!.Waits.Add(GrantedAt - AskedAt);
        }

        After(claim.WarmNodes == claim.NodeCount ? 0 : run.Timings.NodeStart(run.Chance), NodesUp);
    }

    void IClaimant.NodeNoticed(NodeClaim claim, Node node, long takenAt)
    {
    }

    void IClaimant.NoticeWithdrawn(NodeClaim claim, Node node)
    {
    }

    void IClaimant.NodeLost(NodeClaim claim, Node node, NodeLoss loss)
    {
        _group!.Evictions++;
        run.Pacemaker.Cancel(_next);
        KeepWhatWasSaved();
        Leave();
        if (run.Requeues)
        {
            AskAgain();
        }
    }

    void IClaimant.Charge(long ticks, Int128 cost) => _group!.Cost += cost;

    void IClaimant.Settled(NodeClaim claim)
    {
    }

    private void Ask()
    {
        PlacementDecision decision = run.Chooser.Decide(request);
        _group = run.Group(decision.Size, request);
        _group.Jobs++;
        if (decision.Size is not { } size)
        {
            _group.Refused++;
            return;
        }

        AskedAt = run.Now;
        _claim = new NodeClaim(this, size, request.Nodes, request.Tier, ((((long)size.Index << 1) | (long)request.Tier) << 32) | (uint)image);
        run.Ask(_claim);
    }

    private void KeepWhatWasSaved()
    {
        if (_upAt >= 0 && saveEvery > 0)
        {
            long ran = Math.Min(run.Now - _upAt, _left);
            _left -= ran / saveEvery * saveEvery;
        }

        _upAt = -1;
    }

    private void AskAgain()
    {
        _claim = new NodeClaim(this, _claim!.Size, _claim.NodeCount, _claim.Tier, _claim.Pool);
        run.Ask(_claim);
    }

    private void Leave()
    {
        _group!.CoreTicks += (Int128)_claim!.Cores * (run.Now - _claim.GrantedAt);
        run.Leave(_claim);
    }

    private void After(long ticks, int stage) => _next = run.Pacemaker.Schedule(run.Now + ticks, this, stage, isWork: true);
}
