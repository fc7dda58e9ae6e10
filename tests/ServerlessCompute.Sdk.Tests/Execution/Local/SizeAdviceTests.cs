namespace ServerlessCompute;

internal sealed class SizeAdviceTests
{
    private const long GiB = 1L << 30;

    [TestCase(60, 30, 1 * GiB, "Standard_E16s_v3", 1, "Standard_E2s_v3 with 2 vCPUs and 16 GiB would do in place of Standard_E16s_v3.")]
    [TestCase(60, 180, 1 * GiB, "Standard_E16s_v3", 1, "Standard_E4s_v3 with 4 vCPUs")]
    [TestCase(60, 30, 100 * GiB, "Standard_E16s_v3", 1, null)]
    [TestCase(60, 30, 100 * GiB, "Standard_E16s_v3", 4, "Standard_E4s_v3 with 4 vCPUs")]
    [TestCase(60, 450, 1 * GiB, "Standard_E16s_v3", 1, null)]
    [TestCase(5, 1, 1 * GiB, "Standard_E16s_v3", 1, null)]
    [TestCase(60, 30, 1 * GiB, "Standard_E2s_v3", 1, null)]
    [TestCase(60, 30, 1 * GiB, "Standard_NC6s_v3", 1, null)]
    [TestCase(60, 30, 1 * GiB, "no-such-size", 1, null)]
    public void Advice_OfARun_NamesTheSmallestSizeThatWouldDo(int elapsed, int processor, long memory, string size, int nodes, string? expected)
    {
        string line = SizeAdvice.For(new ResourceUse(TimeSpan.FromSeconds(elapsed), TimeSpan.FromSeconds(processor), memory), size, nodes, localCores: 8);

        Assert.That(line, expected is null ? Does.Not.Contain("would do") : Does.Contain(expected));
    }

    [Test]
    public void Advice_MemoryIsNotSeen_SaysOnlyWhatIsKnown() =>
        Assert.That(
            SizeAdvice.For(new ResourceUse(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(30), PeakMemory: null), "Standard_E16s_v3", 1, 8),
            Is.EqualTo("Local run: 30.0 s of processor time in 60.0 s (0.5 processors)."));

    [Test]
    [Platform(Include = "Linux", Reason = "Memory is looked up in the process file system.")]
    public async Task Execute_BusyCommand_ItsUseIsMeasured()
    {
        var host = new FakeHost("for i in $(seq 40000); do :; done; echo $(seq 30000) > /dev/null");

        await LocalRun.Once(host);

        string line = host.LogOf("system_logs/local_run.txt");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(line, Does.Match(@"^Local run: \d+\.\d s of processor time in \d+\.\d s \(\d+\.\d processors\), at most \d+ MiB of memory\.\n$"));
            Assert.That(line, Does.Not.Contain("(0.0 processors)"));
        }
    }
}
