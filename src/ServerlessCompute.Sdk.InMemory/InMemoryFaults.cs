using Polly;

namespace ServerlessCompute;

/// <summary>Things that go wrong in an <see cref="InMemoryServerless"/>: see <see cref="InMemoryServerless.Faults"/>.</summary>
/// <remarks>
/// Thread-safe. Faults add up: a request meets them in the order in which they were added, until one answers it. Nothing is left to chance that
/// the seed does not decide: equal seeds, faults and requests go wrong equally.
/// </remarks>
/// <example>
/// <code>
/// serverless.Faults
///     .Throttle(FaultPlan.Rate(0.2))
///     .DropConnections(FaultPlan.Rate(0.1))
///     .LoseAcknowledgements(FaultPlan.Only(3).On("PUT", "/jobs/"))
///     .Drought("standardDv3Family", TimeSpan.FromHours(2));
/// </code>
/// </example>
public sealed class InMemoryFaults
{
    private readonly ServerlessEngine _engine;

    internal InMemoryFaults(ServerlessEngine engine) => _engine = engine;

    /// <summary>Answers requests with 429, as recorded: the wait stands in the message.</summary>
    /// <param name="plan">Which.</param>
    /// <param name="waitSeconds">The wait that the service asks for.</param>
    /// <param name="sendRetryAfter">Whether the header <c>Retry-After</c> tells it too, which the recorded service never sent.</param>
    /// <returns>These faults.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public InMemoryFaults Throttle(FaultPlan plan, int waitSeconds = 20, bool sendRetryAfter = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(waitSeconds);
        return Answer(plan, request => FaultAnswers.Throttled(_engine.FrontDesk, request, waitSeconds, sendRetryAfter));
    }

    /// <summary>Has requests wait before they are looked at.</summary>
    /// <param name="plan">Which.</param>
    /// <param name="latency">How long, on the service's clock.</param>
    /// <returns>These faults.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public InMemoryFaults Delay(FaultPlan plan, TimeSpan latency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        _engine.Faults.Requests.Delay(Gate(plan), latency);
        return this;
    }

    /// <summary>Answers requests with an error of the service's own, in the recorded words. Nothing is done.</summary>
    /// <param name="plan">Which.</param>
    /// <param name="status">500, 502, 503 or 504.</param>
    /// <returns>These faults.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is none of those.</exception>
    public InMemoryFaults FailRequests(FaultPlan plan, int status = 500)
    {
        if (status is not (500 or 502 or 503 or 504))
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "The service fails with 500, 502, 503 or 504.");
        }

        return Answer(plan, request => FaultAnswers.Broken(_engine.FrontDesk, request, status));
    }

    /// <summary>Breaks connections before the service has the request: nothing is done, and there is no answer.</summary>
    /// <param name="plan">Which.</param>
    /// <returns>These faults.</returns>
    public InMemoryFaults DropConnections(FaultPlan plan)
    {
        _engine.Faults.Requests.Drop(Gate(plan));
        return this;
    }

    /// <summary>Breaks connections in the middle of the answer: what was asked is done, and half of the answer arrives.</summary>
    /// <param name="plan">Which.</param>
    /// <returns>These faults.</returns>
    public InMemoryFaults CutAnswers(FaultPlan plan)
    {
        _engine.Faults.Requests.Spoil(Gate(plan), static response => Outcome.FromResult(FaultAnswers.Cut(response)));
        return this;
    }

    /// <summary>Breaks connections before the answer: what was asked is done, and the client does not learn it.</summary>
    /// <param name="plan">Which.</param>
    /// <returns>These faults.</returns>
    public InMemoryFaults LoseAcknowledgements(FaultPlan plan)
    {
        _engine.Faults.Requests.Spoil(Gate(plan), static response =>
        {
            response.BodyStream?.Dispose();
            return Outcome.FromException<EngineResponse>(new ConnectionLostException());
        });
        return this;
    }

    /// <summary>Refuses requests because their token expired.</summary>
    /// <param name="plan">Which.</param>
    /// <returns>These faults.</returns>
    public InMemoryFaults ExpireTokens(FaultPlan plan) => Answer(plan, request => FaultAnswers.TokenExpired(_engine.FrontDesk, request, _engine.Pacemaker.Now));

    /// <summary>
    /// Fails writes to blob storage, so that an upload breaks in the middle; by numbers (<see cref="FaultPlan.Only"/>) at a certain one of its requests.
    /// </summary>
    /// <param name="plan">Which of the writes.</param>
    /// <param name="status">500 or 503.</param>
    /// <returns>These faults.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is none of those.</exception>
    public InMemoryFaults FailUploads(FaultPlan plan, int status = 503)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return FailRequests(plan.On(static request => request.Method == "PUT" && FrontDesk.IsBlobHost(request.Uri.Host)), status);
    }

    /// <summary>Puts the service's clock wrong: the date of its answers, and the times from which and to which its addresses for uploads and logs are good.</summary>
    /// <param name="by">How far it is ahead; negative when it is behind.</param>
    /// <param name="from">From when, counted from when the service was made; <see langword="null"/> for always.</param>
    /// <param name="until">Until when, counted likewise; <see langword="null"/> for always.</param>
    /// <returns>These faults.</returns>
    public InMemoryFaults SkewClock(TimeSpan by, TimeSpan? from = null, TimeSpan? until = null)
    {
        _engine.Faults.AddSkew(by, from ?? TimeSpan.Zero, until ?? TimeSpan.MaxValue);
        return this;
    }

    /// <summary>Has the machines of jobs break at a rate. A job whose machine breaks fails with <c>ServiceError</c>.</summary>
    /// <param name="perNodeHour">How often a machine breaks, on average.</param>
    /// <returns>These faults.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or beyond ten.</exception>
    public InMemoryFaults FailNodes(double perNodeHour)
    {
        if (!(perNodeHour is >= 0 and <= 10))
        {
            throw new ArgumentOutOfRangeException(nameof(perNodeHour), perNodeHour, "A machine breaks from 0 to 10 times an hour.");
        }

        return OnNodes(nodes => nodes.Break(perNodeHour));
    }

    /// <summary>Has some machines break a while after a job got them.</summary>
    /// <param name="plan">Which of the machines that jobs get, counted from 1.</param>
    /// <param name="after">How long after.</param>
    /// <returns>These faults.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public InMemoryFaults FailNodes(FaultPlan plan, TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        FaultGate gate = Gate(plan);
        return OnNodes(nodes => nodes.Break(gate, after));
    }

    /// <summary>Breaks machines at once.</summary>
    /// <param name="jobOrNode">A job, for all its machines, or the name of one of <see cref="InMemoryServerless.Nodes"/>.</param>
    /// <returns>These faults.</returns>
    /// <exception cref="ArgumentException">There is no such job or machine, or it has no machines now.</exception>
    public InMemoryFaults FailNode(string jobOrNode)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobOrNode);
        _engine.Do(() =>
        {
            Node[] nodes = [.. _engine.Machines.NodesOf(jobOrNode)];
            if (nodes.Length == 0)
            {
                throw new ArgumentException($"'{jobOrNode}' is neither a job that has machines now nor one of them. Nodes lists them.", nameof(jobOrNode));
            }

            _engine.Recorder?.Add(RecordedVerbs.FailNode, jobOrNode);
            Array.ForEach(nodes, _engine.Machines.Break);
        });
        return this;
    }

    /// <summary>Has builds of environments' images fail, and with them the jobs that wait for one. The next job builds anew.</summary>
    /// <param name="plan">Which of the builds, counted from 1.</param>
    /// <returns>These faults.</returns>
    public InMemoryFaults FailImageBuilds(FaultPlan plan)
    {
        _engine.Faults.FailImageBuilds(Gate(plan));
        return this;
    }

    /// <summary>Has Azure run out of machines for a while: jobs wait although quota is there.</summary>
    /// <param name="family">The service's name of the family; <see langword="null"/> for all.</param>
    /// <param name="length">How long.</param>
    /// <param name="tier"><see cref="JobTier.Spot"/> or <see cref="JobTier.Standard"/> for one tier only.</param>
    /// <param name="startsIn">How long from now on it begins; <see langword="null"/> for at once.</param>
    /// <returns>These faults.</returns>
    /// <exception cref="ArgumentException">There is no such family, or a time is negative.</exception>
    public InMemoryFaults Drought(string? family, TimeSpan length, JobTier? tier = null, TimeSpan? startsIn = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(startsIn ?? TimeSpan.Zero, TimeSpan.Zero, nameof(startsIn));
        VmFamily? dry = family is null ? null : _engine.Machines.Catalogue.FindFamily(family) ?? throw new ArgumentException($"There is no family '{family}'.", nameof(family));
        ComputeTier? on = tier is { } asked ? asked == JobTier.Spot ? ComputeTier.LowPriority : ComputeTier.Dedicated : null;
        _engine.Administrate(machines => machines.AddDrought(dry, on, startsIn ?? TimeSpan.Zero, length));
        return this;
    }

    /// <summary>Has Azure run out of machines now and then: each family has droughts of its own, at times that the seed decides.</summary>
    /// <param name="perFamilyDay">How many a family has in a day, on average.</param>
    /// <param name="length">How long each is.</param>
    /// <returns>These faults.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, the length is not positive, or both together fill more than the day.</exception>
    public InMemoryFaults Droughts(double perFamilyDay, TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        double share = perFamilyDay * length.TotalDays;
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(perFamilyDay), perFamilyDay, "Droughts fill from nothing to all of a day.");
        }

        _engine.Administrate(machines => machines.Supply.SetDroughts(_engine.Settings.Seed, share, length.Ticks));
        return this;
    }

    /// <summary>Takes all faults away.</summary>
    public void Clear() => _engine.Faults.Clear();

    private InMemoryFaults Answer(FaultPlan plan, Func<EngineRequest, EngineResponse> answer)
    {
        _engine.Faults.Requests.Answer(Gate(plan), answer);
        return this;
    }

    private InMemoryFaults OnNodes(Action<NodeFaults> action)
    {
        _engine.Do(() => action(_engine.Faults.Nodes));
        return this;
    }

    private FaultGate Gate(FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return _engine.Faults.Gate(plan);
    }
}
