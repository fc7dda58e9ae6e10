using System.Diagnostics;
using System.Globalization;

namespace ServerlessCompute;

/// <summary>Whatever a command does, its job ends and nothing of it stays.</summary>
[Platform(Exclude = "Win", Reason = "The commands speak of signals and process groups.")]
internal sealed class ProcessLifeTests
{
    [Test]
    public async Task Cancel_CommandThatNeverEnds_EndsIt()
    {
        var host = new FakeHost("echo pid=$$; while :; do sleep 0.05; done");
        await using var run = new LocalRun();
        Task<ExecutionOutcome> execution = run.Execute(host);
        await host.LogSays("pid=");

        run.Cancel(host);
        ExecutionOutcome outcome = await execution;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.False);
            Assert.That(outcome.ErrorMessage, Does.Contain("cancelled"));
            Assert.That(Alive(host), Is.Empty);
            Assert.That(run.JobFolders, Is.Empty);
        }
    }

    [Test]
    public async Task Timeout_GrandchildrenIgnoreTheRequest_KillsTheWholeGroup()
    {
        var host = new FakeHost("trap '' TERM; (trap '' TERM; echo pid=$BASHPID; (echo pid=$BASHPID; sleep 60) & sleep 60) & echo pid=$$; echo ready; wait");
        await using var run = new LocalRun();
        Task<ExecutionOutcome> execution = run.Execute(host);
        await host.LogSays("ready");

        run.Cancel(host, StopReason.TimedOut);
        ExecutionOutcome outcome = await execution;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ErrorMessage, Does.Contain("limits.timeout"));
            Assert.That(Alive(host), Is.Empty);
        }
    }

    [Test]
    public async Task Cancel_ProgramThatSavesItsWorkOnTheRequest_GetsTheGracePeriod()
    {
        // The outer shell ends at once at the request; the inner one is the training program that saves a checkpoint.
        var host = new FakeHost("bash -c 'trap \"echo saving; sleep 0.2; echo saved > outputs/checkpoint; echo saved; exit 0\" TERM; echo ready; while :; do sleep 0.02; done'; echo never");
        await using var run = new LocalRun(static options => options with { KillGracePeriod = TimeSpan.FromSeconds(10) });
        Task<ExecutionOutcome> execution = run.Execute(host);
        await host.LogSays("ready");

        run.Cancel(host);
        await execution;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(host.Log, Does.EndWith("saving\nsaved\n"));
            Assert.That(host.Artifacts.Keys, Does.Contain("outputs/checkpoint"));
        }
    }

    [Test]
    public async Task Command_ClosesItsOutput_IsWaitedFor()
    {
        var host = new FakeHost("echo bye; exec >&- 2>&-; sleep 0.3; printf done > outputs/late.txt; exit 5");

        ExecutionOutcome outcome = await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(5));
            Assert.That(host.Log, Is.EqualTo("bye\n"));
            Assert.That(FakeHost.Read(host.Artifacts["outputs/late.txt"]), Is.EqualTo("done"));
        }
    }

    [Test]
    public async Task Command_LeavesChildrenThatHoldTheOutput_EndsWithThem()
    {
        var host = new FakeHost("(trap '' TERM HUP; echo pid=$BASHPID; sleep 60) & nohup sleep 61 & sleep 0.05; echo main done; exit 0");

        ExecutionOutcome outcome = await LocalRun.Once(host).WaitAsync(TimeSpan.FromSeconds(20));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.True);
            Assert.That(host.Log, Does.Contain("main done\n"));
            Assert.That(Alive(host), Is.Empty);
        }
    }

    [Test]
    public async Task Command_LeavesAQuietChild_EndsItToo()
    {
        var host = new FakeHost("(echo pid=$BASHPID; exec sleep 60 >/dev/null 2>&1) & sleep 0.05");

        await LocalRun.Once(host);

        Assert.That(Alive(host), Is.Empty);
    }

    [Test]
    public async Task Command_ChildWithASessionOfItsOwnHoldsTheOutput_DoesNotHangTheJob()
    {
        var host = new FakeHost("python3 -c 'import os,time\nif os.fork()==0:\n os.setsid()\n print(\"pid=%d\" % os.getpid(), flush=True)\n time.sleep(60)\n' ; exit 0");

        ExecutionOutcome outcome = await LocalRun.Once(host).WaitAsync(TimeSpan.FromSeconds(20));
        string[] escaped = Alive(host);
        foreach (string id in escaped)
        {
            using Process process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            process.Kill();
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.True);
            Assert.That(escaped, Has.Length.EqualTo(1), "a session of its own is the documented way out of the group");
        }
    }

    [Test]
    public async Task Command_Writes100Megabytes_NothingIsLost()
    {
        const long Bytes = 100L << 20;
        long received = 0;
        long grown = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var host = new FakeHost($"head -c {Bytes} /dev/zero | tr '\\0' 'x'")
        {
            OnLog = (path, length) =>
            {
                received += path is "user_logs/std_log.txt" ? length : 0;
                grown = Math.Max(grown, GC.GetTotalMemory(forceFullCollection: false) - before);
            },
        };

        ExecutionOutcome outcome = await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.True);
            Assert.That(received, Is.EqualTo(Bytes + 105).Within(60), "all of it and our first line");
            Assert.That(grown, Is.LessThan(64L << 20), "other tests run meanwhile, but nothing like the log is kept");
        }
    }

    [Test]
    public async Task Command_PrintsForEver_IsBoundedAndGoesOn()
    {
        var host = new FakeHost("for i in $(seq 2000); do echo 0123456789; done; echo kept going > outputs/end.txt; exit 4");
        await using var run = new LocalRun(static options => options with { MaxLogBytes = 1000 });

        ExecutionOutcome outcome = await run.Execute(host);

        string[] lines = host.Log.Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.TakeWhile(static line => line is "0123456789").Count(), Is.EqualTo(91), "90 lines and one without its end");
            Assert.That(host.Log, Does.Contain("The log reached 1,000 bytes (LocalProcessOptions.MaxLogBytes)"));
            Assert.That(host.Log, Has.Length.LessThan(1300));
            Assert.That(host.Artifacts.Keys, Does.Contain("outputs/end.txt"));
            Assert.That(outcome.ErrorMessage, Does.EndWith("0123456789"), "the tail is the real one all the same");
        }
    }

    [Test]
    public async Task Dispose_JobsRun_EndsThemAtOnceAndLeavesNothing()
    {
        FakeHost[] hosts = [.. Enumerable.Range(0, 3).Select(static i => new FakeHost("trap '' TERM; echo pid=$$; while :; do sleep 0.05; done") { JobName = $"job-{i}", StopReason = StopReason.Disposed })];
        await using var run = new LocalRun(static options => options with { KillGracePeriod = TimeSpan.FromMinutes(5), MaxConcurrency = 3 });
        Task<ExecutionOutcome>[] executions = [.. hosts.Select(run.Execute)];
        foreach (FakeHost host in hosts)
        {
            await host.LogSays("pid=");
        }

        await run.DisposeExecutorAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(executions, Is.All.Property(nameof(Task.IsCompletedSuccessfully)).True);
            Assert.That(hosts.SelectMany(Alive), Is.Empty);
            Assert.That(Directory.EnumerateFileSystemEntries(run.WorkFolder), Is.Empty);
        }
    }

    [Test]
    public async Task Dispose_WhileProcessesAreAskedToEnd_DoesNotWaitForThem()
    {
        var host = new FakeHost("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        await using var run = new LocalRun(static options => options with { KillGracePeriod = TimeSpan.FromMinutes(5) });
        Task<ExecutionOutcome> execution = run.Execute(host);
        await host.LogSays("ready");
        run.Cancel(host);

        await run.DisposeExecutorAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.That((await execution).ErrorMessage, Does.Contain("disposed"));
    }

    [Test]
    public async Task Cancel_BeforeTheFirstProcess_IsNoSuccess()
    {
        await using var run = new LocalRun();
        var host = new FakeHost("echo never") { StopReason = StopReason.Canceled };
        await run.Stop.CancelAsync();

        ExecutionOutcome outcome = await run.Execute(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.False);
            Assert.That(host.Log, Is.Empty);
            Assert.That(run.JobFolders, Is.Empty);
        }
    }

    [Test]
    public async Task Spot_NodeIsTaken_NoticeShowsBeforeTheEnd()
    {
        var host = new FakeHost(
            """
            trap 'echo asked to end; exit 1' TERM
            fetch() { python3 -c 'import os,urllib.request as u; print(u.urlopen(u.Request(os.environ["AZUREML_LOCAL_SCHEDULED_EVENTS"], headers={"Metadata":"true"})).read().decode())'; }
            fetch; echo ready
            until fetch | grep -q Preempt; do sleep 0.02; done
            echo saw the notice
            """);
        await using var run = new LocalRun();
        Task<ExecutionOutcome> execution = run.Execute(host);
        await host.LogSays("ready");

        host.EvictionAt = DateTimeOffset.UnixEpoch;
        ExecutionOutcome outcome = await execution;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(host.Log, Is.EqualTo("{\"DocumentIncarnation\":1,\"Events\":[]}\nready\nsaw the notice\n"));
            Assert.That(outcome, Is.EqualTo(ExecutionOutcome.Success), "it was done before the node went");
        }
    }

    [Test]
    public async Task Spot_NoticeIsNotHeeded_ProcessesAreKilledWithTheNode()
    {
        var host = new FakeHost("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        await using var run = new LocalRun(static options => options with { KillGracePeriod = TimeSpan.FromMinutes(5) });
        Task<ExecutionOutcome> execution = run.Execute(host);
        await host.LogSays("ready");

        run.Cancel(host, StopReason.Preempted);

        Assert.That((await execution).ErrorCode, Is.EqualTo("PreemptionError"));
    }

    /// <summary>The processes that named themselves in the log and still run; one that has ended but not been reaped does not run.</summary>
    private static string[] Alive(FakeHost host) =>
    [
        .. host.LogPaths.SelectMany(path => host.LogOf(path).Split('\n'))
            .Where(static line => line.StartsWith("pid=", StringComparison.Ordinal))
            .Select(static line => line[4..])
            .Where(static id =>
            {
                using var ps = Process.Start(new ProcessStartInfo("ps", ["-o", "stat=", "-p", id]) { RedirectStandardOutput = true, UseShellExecute = false })!;
                string state = ps.StandardOutput.ReadToEnd().Trim();
                return state.Length > 0 && state[0] is not 'Z';
            }),
    ];
}
