namespace ServerlessCompute;

internal sealed class SlotQueueTests
{
    [Test]
    public async Task Enter_MoreThanThereArePlaces_WaitInTheirOrder()
    {
        var slots = new SlotQueue(2);
        IDisposable first = await slots.EnterAsync(1, default);
        IDisposable second = await slots.EnterAsync(1, default);
        Task<IDisposable> third = slots.EnterAsync(1, default);
        Task<IDisposable> fourth = slots.EnterAsync(1, default);

        first.Dispose();
        IDisposable entered = await third;
        Assert.That(fourth.IsCompleted, Is.False);

        second.Dispose();
        entered.Dispose();
        await fourth;
    }

    [Test]
    public async Task Enter_WideJobAtTheHead_IsNotOvertaken()
    {
        var slots = new SlotQueue(2);
        IDisposable running = await slots.EnterAsync(1, default);
        Task<IDisposable> wide = slots.EnterAsync(2, default);
        Task<IDisposable> narrow = slots.EnterAsync(1, default);
        Assert.That(narrow.IsCompleted, Is.False);

        running.Dispose();
        (await wide).Dispose();
        await narrow;
    }

    [Test]
    public async Task Enter_WiderThanTheMachine_RunsAlone()
    {
        var slots = new SlotQueue(2);
        IDisposable wide = await slots.EnterAsync(64, default);
        Task<IDisposable> next = slots.EnterAsync(1, default);
        Assert.That(next.IsCompleted, Is.False);

        wide.Dispose();
        await next;
    }

    [Test]
    public async Task Enter_CancelledAtTheHead_LetsTheNextIn()
    {
        var slots = new SlotQueue(2);
        await slots.EnterAsync(1, default);
        using var stop = new CancellationTokenSource();
        Task<IDisposable> wide = slots.EnterAsync(2, stop.Token);
        Task<IDisposable> narrow = slots.EnterAsync(1, default);

        await stop.CancelAsync();

        await narrow;
        Assert.That(wide.IsCanceled || await Fails(wide), Is.True);
    }

    [Test]
    public async Task Leave_Twice_CountsOnce()
    {
        var slots = new SlotQueue(1);
        IDisposable first = await slots.EnterAsync(1, default);
        first.Dispose();
        first.Dispose();

        await slots.EnterAsync(1, default);
        Assert.That(slots.EnterAsync(1, default).IsCompleted, Is.False);
    }

    [Test]
    public async Task Execute_MoreJobsThanPlaces_NeverRunTogether()
    {
        FakeHost Host(int i) => new("[ -e ../../../busy ] && exit 9; touch ../../../busy; sleep 0.03; rm ../../../busy") { JobName = $"job-{i}" };
        await using var run = new LocalRun(static options => options with { MaxConcurrency = 1 });

        ExecutionOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => run.Execute(Host(i))));

        Assert.That(outcomes, Is.All.EqualTo(ExecutionOutcome.Success));
    }

    [Test]
    public async Task Cancel_JobThatWaitsForAPlace_NeverStarts()
    {
        var first = new FakeHost("echo ready; while :; do sleep 0.02; done") { JobName = "first" };
        var second = new FakeHost("echo started") { JobName = "second" };
        await using var run = new LocalRun(static options => options with { MaxConcurrency = 1 });
        Task<ExecutionOutcome> running = run.Execute(first);
        await first.LogSays("ready");
        Task<ExecutionOutcome> waiting = run.Execute(second);
        await second.LogSays("waits for other jobs");

        second.StopReason = StopReason.Canceled;
        run.Cancel(first);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await waiting).ErrorMessage, Does.Contain("cancelled"));
            Assert.That(second.LogOf("user_logs/std_log.txt"), Is.EqualTo("Local run: waits for other jobs on this machine to end (LocalProcessOptions.MaxConcurrency is 1).\n"));
        }

        await running;
    }

    private static async Task<bool> Fails(Task task)
    {
        try
        {
            await task;
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
