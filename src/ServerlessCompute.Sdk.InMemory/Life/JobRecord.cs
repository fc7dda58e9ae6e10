namespace ServerlessCompute;

/// <summary>All that the engine keeps of a job. Small on purpose: there may be a million. Read and changed under the engine's lock.</summary>
internal sealed class JobRecord : IEventTarget, IClaimant
{
    // Zero stands for none: a time that may be missing takes twice the room.
    private long _startedAt;
    private long _endedAt;

    public required string Name { get; init; }

    /// <summary>The checked <c>properties</c> of the PUT, as they came.</summary>
    public required byte[] Body { get; init; }

    public required string ExperimentName { get; init; }

    public required JobLife Life { get; init; }

    /// <summary>How many jobs came before it.</summary>
    public required int Number { get; init; }

    public required long CreatedAt { get; init; }

    public long? StartedAt
    {
        get => _startedAt == 0 ? null : _startedAt;
        set => _startedAt = value ?? 0;
    }

    public long? EndedAt
    {
        get => _endedAt == 0 ? null : _endedAt;
        set => _endedAt = value ?? 0;
    }

    public long ChangedAt { get; set; }

    public JobPhase Phase { get; set; }

    public int Revision { get; private set; } = 1;

    public int StatusRevision { get; set; }

    /// <summary>The named cluster that it runs on; null for serverless.</summary>
    public Cluster? Cluster { get; set; }

    public ComputeTier Tier
    {
        get => Cluster?.Tier ?? field;
        init;
    }

    public int NodeCount { get; init; } = 1;

    /// <summary>Its parent and children, and what its kind keeps; null for a command job on its own.</summary>
    public JobKin? Kin { get; set; }

    /// <summary>Known once it was decided.</summary>
    public PlacementDecision? Placement { get; set; }

    public VmSize? Size => Placement?.Size;

    /// <summary>What it has to do with nodes: from the moment it asks for them until the last that it pays for is gone.</summary>
    public NodeClaim? Claim { get; set; }

    public bool HasNodes => Claim is { HasNodes: true };

    /// <summary>How long nodes were there for it, all together, as far as that is paid.</summary>
    public long NodeTicks { get; private set; }

    /// <summary>What they cost: <see cref="NodePrices"/> says in what.</summary>
    public Int128 NodeCost { get; private set; }

    public RunError? Error { get; set; }

    /// <summary>Why it is being or was stopped.</summary>
    public StopReason StopReason { get; set; }

    /// <summary>How often it began to run, or is about to.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>What the job's work came to, once it is over and until the job is.</summary>
    public ExecutionOutcome? Outcome { get; set; }

    /// <summary>The work, when somebody else than the event queue does it.</summary>
    public JobExecution? Execution { get; set; }

    public JobEdits? Edits { get; set; }

    /// <summary>The run's log files, in the order in which they were begun.</summary>
    public IReadOnlyList<string> Logs { get; set; } = [];

    /// <summary>Whether a log still keeps room for more.</summary>
    public bool HasOpenLogs { get; set; }

    public Appointment? Next { get; set; }

    public Appointment? TimeLimit { get; set; }

    public WaitList? Waits { get; set; }

    /// <summary>Whether it goes away as soon as it is over.</summary>
    public bool IsDeleted { get; set; }

    public bool IsOver => Phase.IsOver();

    string IEventTarget.OrderName => Name;

    void IEventTarget.OnDue(int stage) => Life.Continue(this, stage);

    void IClaimant.NodesGranted(NodeClaim claim) => Life.NodesFree(this);

    void IClaimant.Charge(long ticks, Int128 cost)
    {
        NodeTicks += ticks;
        NodeCost += cost;
    }

    void IClaimant.NodeNoticed(NodeClaim claim, Node node, long takenAt) => Life.NodeNoticed(this, node, takenAt);

    void IClaimant.NoticeWithdrawn(NodeClaim claim, Node node) => Life.NoticeWithdrawn(this, node);

    void IClaimant.NodeLost(NodeClaim claim, Node node, NodeLoss loss) => Life.NodeLost(this, node, loss);

    void IClaimant.Settled(NodeClaim claim) => Claim = Claim == claim ? null : Claim;

    /// <summary>Something of the run changed: whoever waits for that is told.</summary>
    public void Touch(long at)
    {
        Revision++;
        ChangedAt = at;
        if (Waits is { } waits)
        {
            waits.Notify();
            Waits = waits.Count == 0 ? null : waits;
        }
    }
}
