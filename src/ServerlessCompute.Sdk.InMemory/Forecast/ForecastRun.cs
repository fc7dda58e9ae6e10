namespace ServerlessCompute;

/// <summary>
/// One seed of a forecast: the workload on the same ledger, chooser, scheduler, nodes and Spot market that the service runs on, without the
/// rest of it.
/// </summary>
internal sealed class ForecastRun
{
    private readonly Forecast _forecast;
    private readonly VmCatalogue _catalogue;
    private readonly NodeScheduler _scheduler;
    private readonly Dictionary<int, ForecastGroup> _groups = [];

    public ForecastRun(Forecast forecast, int seed, ForecastTimings timings)
    {
        _forecast = forecast;
        Timings = timings;
        Chance = Chance.Stream(seed, 0);
        Pacemaker = new Pacemaker(InMemoryClock.Manual, forecast.Start, TimeProvider.System);
        End = forecast.Start.UtcTicks + forecast.Length.Ticks;
        _catalogue = VmCatalogue.Of(forecast.Region);
        Ledger = new QuotaLedger(_catalogue, forecast.Quota);
        Chooser = new SizeChooser(_catalogue, Ledger, new PolicyBook(forecast.Region), forecast.Region);
        var course = new SpotCourse(forecast.Spot, seed);
        _scheduler = new NodeScheduler(Ledger, new NodePrices(_catalogue, course), new MachineSupply(course), forecast.IdleNodeTime);
        var spot = new SpotWatch(course, _scheduler, Pacemaker, StartWaiting);
        _scheduler.Attended = spot.Attend;
        Requeues = forecast.Spot.OnEviction == SpotEvictionPolicy.Requeue;
        lock (Pacemaker.Gate)
        {
            Begin(seed);
        }
    }

    public ForecastTimings Timings { get; }

    /// <summary>What decides of nodes and stages; arrivals have streams of their own, so that the same jobs come whatever becomes of them.</summary>
    public Chance Chance { get; }

    public Pacemaker Pacemaker { get; }

    public QuotaLedger Ledger { get; }

    public IEnumerable<NodeQueue> Queues => _scheduler.Queues;

    public SizeChooser Chooser { get; }

    public bool Requeues { get; }

    /// <summary>Nobody comes after it, in ticks.</summary>
    public long End { get; }

    /// <summary>Told of each job that is over, for proofs.</summary>
    public Action<ForecastJob>? Observer { get; set; }

    /// <summary>Under the lock.</summary>
    public long Now => Pacemaker.Instant();

    /// <summary>Runs to the end.</summary>
    public ForecastOutcome Play(CancellationToken cancellationToken)
    {
        long day = TimeSpan.TicksPerDay;
        for (long at = _forecast.Start.UtcTicks; at < End; at += day)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Pacemaker.Push(TimeSpan.FromTicks(Math.Min(day, End - at)));
        }

        lock (Pacemaker.Gate)
        {
            Settle();
        }

        return new ForecastOutcome(_groups, _catalogue, Ledger, _forecast.Length.Ticks);
    }

    public ForecastGroup Group(VmSize? size, PlacementRequest request)
    {
        int family = size?.Family.Index ?? (request.InstanceType is { } name ? _catalogue.Find(name)?.Family.Index : null) ?? -1;
        int key = (family * 2) + (int)request.Tier;
        if (!_groups.TryGetValue(key, out ForecastGroup? group))
        {
            _groups.Add(key, group = new ForecastGroup());
        }

        return group;
    }

    public void Ask(NodeClaim claim)
    {
        if (_scheduler.Ask(claim, Now))
        {
            claim.Claimant.NodesGranted(claim);
        }
    }

    public void Leave(NodeClaim claim)
    {
        _scheduler.Leave(claim, Now);
        StartWaiting();
    }

    private void Begin(int seed)
    {
        int number = 1;
        foreach (WorkloadFlow flow in _forecast.Workload.Flows)
        {
            new ForecastArrivals(this, flow, number, Chance.Stream(seed, number)).Begin();
            number++;
        }

        if (_forecast.Workload.Jobs.Count > 0)
        {
            new ForecastReplay(this, _forecast.Workload, number).Begin();
        }
    }

    private void StartWaiting()
    {
        while (_scheduler.StartNext(Now) is { } next)
        {
            next.Claimant.NodesGranted(next);
        }
    }

    /// <summary>The end: machines are paid up to now, who waits has waited so long.</summary>
    private void Settle()
    {
        _scheduler.PayAll(Now);
        foreach (NodeQueue queue in _scheduler.Queues)
        {
            foreach (NodeClaim claim in queue.Waiting)
            {
                ((ForecastJob)claim.Claimant).GiveUp(Now);
            }

            foreach (NodeClaim claim in queue.Holding)
            {
                Group(claim.Size, new PlacementRequest(null, claim.NodeCount, claim.Tier)).CoreTicks += (Int128)claim.Cores * (Now - claim.GrantedAt);
            }
        }
    }
}
