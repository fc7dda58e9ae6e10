namespace ServerlessCompute;

/// <summary>A queue of the books: jobs come at random (Poisson) to machines of which each serves one at a time, first come, first served.</summary>
/// <param name="Servers">How many machines quota has room for.</param>
/// <param name="Load">The share of the time that they are busy.</param>
/// <param name="Service">How long a job runs.</param>
internal sealed record QueueModel(int Servers, double Load, JobDuration Service)
{
    private const string Size = "Standard_E4s_v3";
    private const string Family = "standardESv3Family";
    private const int Cores = 4;

    /// <summary>How many jobs come in a minute.</summary>
    public double Rate => Servers * Load / Service.Mean.TotalMinutes;

    /// <summary>The share of jobs that wait at all in a queue with exponential service: Erlang's C.</summary>
    public double ErlangC
    {
        get
        {
            double offered = Servers * Load;
            double blocked = 1;
            for (int i = 1; i <= Servers; i++)
            {
                blocked = offered * blocked / (i + (offered * blocked));
            }

            return blocked / (1 - (Load * (1 - blocked)));
        }
    }

    /// <summary>The mean wait in minutes with exponential service, by Erlang.</summary>
    public double ErlangWait => ErlangC * Service.Mean.TotalMinutes / (Servers * (1 - Load));

    /// <summary>The mean wait in minutes of one server, by Pollaczek and Khinchine.</summary>
    /// <param name="secondMoment">The mean square of the service time, in minutes squared.</param>
    public double PollaczekKhinchineWait(double secondMoment) => Rate * secondMoment / (2 * (1 - Load));

    /// <summary>The engine's ledger, scheduler and clock for that many jobs, with nothing beside waits and runs.</summary>
    public ForecastRun Engine(int jobs, int seed) => new(
        Forecast(jobs) with
        {
            Workload = Workload.Of(new WorkloadFlow { Name = "jobs", JobsPerDay = Rate * 24 * 60, InstanceType = Size, Duration = Service }),
        },
        seed,
        ForecastTimings.None);

    /// <summary>The same for jobs that come and run as it is written.</summary>
    public ForecastRun Engine(IReadOnlyList<long> arrivals, IReadOnlyList<long> services) => new(
        Forecast(arrivals.Count) with
        {
            Workload = new Workload
            {
                Jobs = [.. arrivals.Select((at, i) => new WorkloadJob { Arrival = new TimeSpan(at), Duration = new TimeSpan(services[i]), InstanceType = Size })],
            },
            Length = new TimeSpan(arrivals[^1] + (services.Sum() + 1)),
        },
        0,
        ForecastTimings.None);

    /// <summary>The waits of jobs in the order in which they came, in minutes.</summary>
    public IReadOnlyList<double> Waits(int jobs, int seed) =>
        [.. Engine(jobs, seed).Play(CancellationToken.None).Groups.Values.Single().Waits.Select(static w => w / (double)TimeSpan.TicksPerMinute)];

    private Forecast Forecast(int jobs) => new()
    {
        Workload = new Workload(),
        Quota = QuotaProfile.Generous.WithFamily(Family, Servers * Cores),
        Spot = SpotMarket.Calm,
        IdleNodeTime = TimeSpan.Zero,
        Length = TimeSpan.FromMinutes(jobs / Rate),
    };
}
