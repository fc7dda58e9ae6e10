namespace ServerlessCompute;

[TestFixture]
internal sealed class PacemakerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly HandClock _host = new();

    private Pacemaker Make(InMemoryClock clock = InMemoryClock.Virtual) => new(clock, Start, _host);

    [Test]
    public void Push_OverEvents_HandlesThemInOrderOfTimeThenName()
    {
        Pacemaker pacemaker = Make();
        var log = new List<string>();
        foreach ((string name, int seconds) in new[] { ("b", 2), ("a", 2), ("c", 1), ("d", 9) })
        {
            Plan(pacemaker, seconds, name, log.Add);
        }

        pacemaker.Push(TimeSpan.FromSeconds(5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(log, Is.EqualTo(new[] { "c@1", "a@2", "b@2" }));
            Assert.That(pacemaker.Now - Start, Is.EqualTo(TimeSpan.FromSeconds(5)));
        }
    }

    [Test]
    public void Virtual_NobodyWaits_TimeStandsStill()
    {
        Pacemaker pacemaker = Make();
        Plan(pacemaker, 1, "a", static _ => Assert.Fail("Nobody waits."));

        pacemaker.OpenRequest();
        pacemaker.CloseRequest();

        Assert.That(pacemaker.Now, Is.EqualTo(Start));
    }

    [Test]
    public async Task Idle_Virtual_SkipsThroughAllWork()
    {
        Pacemaker pacemaker = Make();
        var log = new List<string>();
        Plan(pacemaker, 36_000, "a", log.Add);

        await pacemaker.WhenIdleAsync(default);

        Assert.That(log, Is.EqualTo(new[] { "a@36000" }));
    }

    [Test]
    public async Task Idle_WhileARequestIsOpen_WaitsForItsEnd()
    {
        Pacemaker pacemaker = Make();
        var log = new List<string>();
        Plan(pacemaker, 1, "a", log.Add);
        pacemaker.OpenRequest();

        Task idle = pacemaker.WhenIdleAsync(default);
        int before = log.Count;
        pacemaker.CloseRequest();
        await idle;

        Assert.That((before, log.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public void Idle_Cancelled_LetsGo()
    {
        Pacemaker pacemaker = Make();
        pacemaker.OpenRequest();
        Plan(pacemaker, 1, "a", static _ => { });
        using var cancel = new CancellationTokenSource();

        Task idle = pacemaker.WhenIdleAsync(cancel.Token);
        cancel.Cancel();

        Assert.That(async () => await idle, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Cancel_AnAppointment_DropsItWithoutMovingTime()
    {
        Pacemaker pacemaker = Make();
        var log = new List<string>();
        Appointment appointment = Plan(pacemaker, 60, "a", log.Add);
        lock (pacemaker.Gate)
        {
            pacemaker.Cancel(appointment);
        }

        Task idle = pacemaker.WhenIdleAsync(default);

        Assert.That((idle.IsCompletedSuccessfully, log.Count, pacemaker.Now), Is.EqualTo((true, 0, Start)));
    }

    [Test]
    public void HostWork_Virtual_MovesTimeWithTheHostsAndNeverSkips()
    {
        Pacemaker pacemaker = Make();
        var log = new List<string>();
        Plan(pacemaker, 10, "a", log.Add);
        lock (pacemaker.Gate)
        {
            pacemaker.EnterHostWork();
        }

        pacemaker.Beat();
        _host.Advance(TimeSpan.FromSeconds(9));
        int before = log.Count;
        DateTimeOffset atNine = pacemaker.Now;
        _host.Advance(TimeSpan.FromSeconds(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.Zero);
            Assert.That(atNine - Start, Is.EqualTo(TimeSpan.FromSeconds(9)));
            Assert.That(log, Is.EqualTo(new[] { "a@10" }));
        }
    }

    [Test]
    public void HostWork_Over_TimeStandsAgain()
    {
        Pacemaker pacemaker = Make();
        lock (pacemaker.Gate)
        {
            pacemaker.EnterHostWork();
        }

        _host.Advance(TimeSpan.FromSeconds(7));
        lock (pacemaker.Gate)
        {
            pacemaker.LeaveHostWork();
        }

        _host.Advance(TimeSpan.FromHours(1));

        Assert.That(pacemaker.Now - Start, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public void HostWork_Manual_MovesNothing()
    {
        Pacemaker pacemaker = Make(InMemoryClock.Manual);
        lock (pacemaker.Gate)
        {
            pacemaker.EnterHostWork();
        }

        _host.Advance(TimeSpan.FromHours(1));

        Assert.That(pacemaker.Now, Is.EqualTo(Start));
    }

    [Test]
    public void Real_TimeIsTheHosts()
    {
        Pacemaker pacemaker = Make(InMemoryClock.Real);
        var log = new List<string>();
        Plan(pacemaker, 3, "a", log.Add);
        pacemaker.OpenRequest();
        pacemaker.CloseRequest();

        _host.Advance(TimeSpan.FromSeconds(3));

        Assert.That((log.Count, pacemaker.Now - Start), Is.EqualTo((1, TimeSpan.FromSeconds(3))));
    }

    [Test]
    public void Push_InsideAnEffect_SaysHowToWaitInstead()
    {
        Pacemaker pacemaker = Make();
        Exception? seen = null;
        lock (pacemaker.Gate)
        {
            pacemaker.AddEffect(() =>
            {
                try
                {
                    pacemaker.Push(TimeSpan.FromSeconds(1));
                }
                catch (InvalidOperationException e)
                {
                    seen = e;
                }
            });
        }

        pacemaker.Beat();

        Assert.That(seen?.Message, Does.Contain("CommandContext.DelayAsync"));
    }

    [Test]
    public async Task Timer_OfAClient_MovesVirtualTime()
    {
        Pacemaker pacemaker = Make();
        var time = new VirtualTimeProvider(pacemaker);

        await Task.Delay(TimeSpan.FromHours(10), time);

        Assert.That(pacemaker.Now - Start, Is.EqualTo(TimeSpan.FromHours(10)));
    }

    [Test]
    public async Task Timer_Periodic_FiresAtEachPeriod()
    {
        Pacemaker pacemaker = Make(InMemoryClock.Manual);
        var time = new VirtualTimeProvider(pacemaker);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);

        for (int i = 0; i < 3; i++)
        {
            ValueTask<bool> tick = timer.WaitForNextTickAsync();
            pacemaker.Push(TimeSpan.FromMinutes(1));
            Assert.That(await tick);
        }

        Assert.That(pacemaker.Now - Start, Is.EqualTo(TimeSpan.FromMinutes(3)));
    }

    [Test]
    public void Timer_Disposed_NeverFires()
    {
        Pacemaker pacemaker = Make(InMemoryClock.Manual);
        var time = new VirtualTimeProvider(pacemaker);
        int fired = 0;
        ITimer timer = time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        timer.Dispose();
        pacemaker.Push(TimeSpan.FromSeconds(5));

        Assert.That((fired, timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan)), Is.EqualTo((0, false)));
    }

    private static Appointment Plan(Pacemaker pacemaker, int seconds, string name, Action<string> log)
    {
        lock (pacemaker.Gate)
        {
            return pacemaker.Schedule(Start.UtcTicks + TimeSpan.FromSeconds(seconds).Ticks, new Target(pacemaker, name, log), 0, isWork: true);
        }
    }

    private sealed class Target(Pacemaker pacemaker, string name, Action<string> log) : IEventTarget
    {
        public string OrderName => name;

        public void OnDue(int stage) => log($"{name}@{(pacemaker.Now - Start).TotalSeconds}");
    }
}
