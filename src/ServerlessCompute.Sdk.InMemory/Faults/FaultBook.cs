namespace ServerlessCompute;

/// <summary>All faults of an engine, by where they strike. Thread-safe.</summary>
internal sealed class FaultBook(ServerlessEngine engine)
{
    private readonly Lock _lock = new();
    private volatile Skew[] _skews = [];
    private volatile FaultGate? _imageBuilds;
    private int _gates;

    public RequestFaults Requests { get; } = new(engine);

    public NodeFaults Nodes { get; } = new(engine);

    /// <summary>How far the service's clock is off at this moment.</summary>
    public TimeSpan ClockSkew
    {
        get
        {
            Skew[] skews = _skews;
            if (skews.Length == 0)
            {
                return TimeSpan.Zero;
            }

            TimeSpan now = engine.Elapsed;
            return skews.Where(s => s.From <= now && now < s.Until).Aggregate(TimeSpan.Zero, static (sum, s) => sum + s.By);
        }
    }

    /// <summary>A gate for a plan. Each has a course of its own, by the order in which faults are added.</summary>
    public FaultGate Gate(FaultPlan plan) => new(plan, engine.Settings.Seed, $"fault {Interlocked.Increment(ref _gates)}");

    public void AddSkew(TimeSpan by, TimeSpan from, TimeSpan until)
    {
        lock (_lock)
        {
            _skews = [.. _skews, new Skew(by, from, until)];
        }
    }

    public void FailImageBuilds(FaultGate gate) => _imageBuilds = gate;

    /// <summary>Whether the image build that begins now will fail.</summary>
    public bool FailsImageBuild() => _imageBuilds?.Opens(engine.Elapsed) == true;

    public void Clear()
    {
        lock (_lock)
        {
            _skews = [];
        }

        _imageBuilds = null;
        Requests.Clear();
        lock (engine.Pacemaker.Gate)
        {
            Nodes.Clear();
            engine.Machines.Supply.Clear();
        }

        engine.Administrate(static _ => { });
    }

    private sealed record Skew(TimeSpan By, TimeSpan From, TimeSpan Until);
}
