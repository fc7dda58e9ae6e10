namespace ServerlessCompute;

/// <summary>Nodes that break: some after a time, or all at a rate by the hour. Under the engine's lock.</summary>
internal sealed class NodeFaults(ServerlessEngine engine) : IEventTarget
{
    private const int Grain = 1_000_000;

    private readonly List<(FaultGate Gate, TimeSpan After)> _plans = [];
    private int _brokenPerMillion;
    private Appointment? _next;

    string IEventTarget.OrderName => "";

    public void Break(FaultGate gate, TimeSpan after) => _plans.Add((gate, after));

    public void Break(double perNodeHour)
    {
        _brokenPerMillion = (int)Math.Round(perNodeHour * Grain * SpotCourse.StepTicks / TimeSpan.TicksPerHour);
        Attend();
    }

    public void Clear()
    {
        _plans.Clear();
        _brokenPerMillion = 0;
    }

    /// <summary>A node was given to somebody who did not have it before.</summary>
    public void Started(Node node)
    {
        foreach ((FaultGate gate, TimeSpan after) in _plans)
        {
            if (gate.Opens(engine.Elapsed))
            {
                Break(node, engine.Pacemaker.Instant() + after.Ticks);
            }
        }

        Attend();
    }

    /// <summary>A step is over: which of the nodes break in the next one?</summary>
    void IEventTarget.OnDue(int stage)
    {
        long now = engine.Pacemaker.Instant();
        Node[] nodes = [.. engine.Machines.Scheduler.Queues.SelectMany(static q => q.Holding).SelectMany(static c => c.Nodes).Where(static n => !n.IsReleased)];
        foreach (Node node in nodes)
        {
            ulong draw = Draw.Bits(engine.Settings.Seed, node.Name, $"breaks {now / SpotCourse.StepTicks}");
            if ((int)(draw % Grain) < _brokenPerMillion)
            {
                Break(node, now + ((long)(draw >> 40) % (SpotCourse.StepTicks / TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond));
            }
        }

        Attend();
    }

    private void Attend()
    {
        if (_brokenPerMillion > 0 && _next is not { IsCancelled: false } && engine.Machines.Scheduler.Queues.Any(static q => q.Holding.Count > 0))
        {
            long step = (engine.Pacemaker.Instant() / SpotCourse.StepTicks) + 1;
            _next = engine.Pacemaker.Schedule(step * SpotCourse.StepTicks, this, 0, isWork: false);
        }
    }

    private void Break(Node node, long at) => engine.Pacemaker.Schedule(at, new Breakdown(engine, node), 0, isWork: false);

    private sealed class Breakdown(ServerlessEngine engine, Node node) : IEventTarget
    {
        string IEventTarget.OrderName => node.Name;

        void IEventTarget.OnDue(int stage) => engine.Machines.Break(node);
    }
}
