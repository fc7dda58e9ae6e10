namespace ServerlessCompute;

internal sealed class LocalProcessExecutorTests
{
    [Test]
    public async Task Execute_HelloWorld_SucceedsWithItsLog()
    {
        var host = new FakeHost("echo 'hello world'");

        ExecutionOutcome outcome = await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome, Is.EqualTo(ExecutionOutcome.Success));
            Assert.That(host.Log, Is.EqualTo("hello world\n"));
            Assert.That(host.LogOf("user_logs/std_log.txt"), Does.StartWith("Local run: the environment 'sklearn/versions/1' is not used"));
            Assert.That(host.LogPaths, Is.EqualTo(["user_logs/std_log.txt"]));
        }
    }

    [Test]
    public async Task Execute_ScriptExits3_FailsWithCodeAndLastLines()
    {
        var host = new FakeHost("for i in $(seq 1 40); do echo line $i; done; echo oops >&2; exit 3");

        ExecutionOutcome outcome = await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.False);
            Assert.That(outcome.ErrorCode, Is.EqualTo("UserError"));
            Assert.That(outcome.ExitCode, Is.EqualTo(3));
            Assert.That(outcome.ErrorMessage, Does.StartWith("The command ended with exit code 3. The last lines of user_logs/std_log.txt:\nline 32\n").And.EndsWith("line 40\noops"));
        }
    }

    [TestCase("no-such-program-here", 127, "not found")]
    [TestCase("touch f; ./f", 126, "not executable")]
    [TestCase("kill -KILL $$", 137, "SIGKILL")]
    [TestCase("kill -SEGV $$", 139, "SIGSEGV")]
    [TestCase("kill -ALRM $$", 142, "Signal 14")]
    public async Task Execute_WellKnownExitCode_IsExplained(string command, int exitCode, string hint)
    {
        ExecutionOutcome outcome = await LocalRun.Once(new FakeHost(command));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(exitCode));
            Assert.That(outcome.ErrorMessage, Does.Contain(hint));
        }
    }

    [Test]
    public async Task Execute_StandardOutputAndError_AreMergedInTheOrderWritten()
    {
        var host = new FakeHost("for i in 1 2 3 4 5; do echo out$i; echo err$i >&2; done; printf 'no newline'");

        await LocalRun.Once(host);

        Assert.That(host.Log, Is.EqualTo("out1\nerr1\nout2\nerr2\nout3\nerr3\nout4\nerr4\nout5\nerr5\nno newline"));
    }

    [Test]
    public async Task Execute_BytesThatAreNotUtf8_AreKeptAsTheyAre()
    {
        var host = new FakeHost(@"printf '\xff\xfe\x00\x80abc\r\n'");

        ExecutionOutcome outcome = await LocalRun.Once(host);

        Assert.That(outcome, Is.EqualTo(ExecutionOutcome.Success));
        Assert.That(host.BytesOf("user_logs/std_log.txt")[^9..], Is.EqualTo(new byte[] { 0xff, 0xfe, 0x00, 0x80, 0x61, 0x62, 0x63, 0x0d, 0x0a }));
    }

    [Test]
    public async Task Execute_LinesAreWrittenWhileItRuns_AreSeenAtOnce()
    {
        var host = new FakeHost("echo first; while [ ! -e go ]; do sleep 0.02; done; echo second");
        await using var run = new LocalRun();
        Task<ExecutionOutcome> execution = run.Execute(host);

        await host.LogSays("first");
        await File.WriteAllTextAsync(Path.Combine(run.JobFolders.Single(), "code", "go"), "");
        await execution;

        Assert.That(host.Log, Is.EqualTo("first\nsecond\n"));
    }

    [Test]
    public async Task Execute_CodeSnapshot_IsTheWorkingFolderAndFreshForEachJob()
    {
        FakeHost Host(string name) => new("cat train.txt lib/a.txt; ls | sort; echo changed > train.txt") { JobName = name, CodeFiles = [FakeHost.File("train.txt", "train\n"), FakeHost.File("lib/a.txt", "a\n")] };
        await using var run = new LocalRun();
        FakeHost first = Host("one");
        FakeHost second = Host("two");

        await run.Execute(first);
        await run.Execute(second);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Log, Is.EqualTo("train\na\nlib\nlogs\noutputs\ntrain.txt\n"));
            Assert.That(second.Log, Is.EqualTo(first.Log));
            Assert.That(run.JobFolders, Is.Empty);
        }
    }

    [Test]
    public async Task Execute_CodeFileThatLeadsOut_IsRefused()
    {
        ExecutionOutcome outcome = await LocalRun.Once(new FakeHost("echo hi") { CodeFiles = [FakeHost.File("../../evil.sh", "x")] });

        Assert.That(outcome.ErrorMessage, Does.Contain("'../../evil.sh' leads out of the job's folder"));
    }

    [Test]
    public async Task Execute_NoCommand_IsRefused()
    {
        ExecutionOutcome outcome = await LocalRun.Once(new FakeHost("  "));

        Assert.That(outcome.ErrorMessage, Does.Contain("this job has no command"));
    }
}
