namespace ServerlessCompute;

internal sealed class JobEventWriterTests
{
    private const string Erase = "\r\u001b[2K";

    private static readonly JobEvent[] _events =
    [
        new JobStatusChanged("job", JobStatus.Queued),
        new JobWaiting("job", "Scheduling", "Waiting for quota"),
        new JobStatusChanged("job", JobStatus.Running),
        new JobPlaced("job", "Standard_D4_v3", 2, "Dedicated", "eastus"),
        new JobLogLine("job", "user_logs/std_log.txt", "hello"),
        new JobMetricLogged("job", "loss", new MetricPoint(0.25, 3, default)),
        new JobStatusChanged("job", JobStatus.Completed),
    ];

    [Test]
    public void Report_NoTerminal_WritesALineForEachEvent()
    {
        var text = new StringWriter { NewLine = "\n" };
        using var writer = new JobEventWriter(text);

        foreach (JobEvent e in _events)
        {
            writer.Report(e);
        }

        Assert.That(text.ToString(), Is.EqualTo("""
            - Queued
            - Waiting: Waiting for quota
            - Running
            - Placed on 2 x Standard_D4_v3, Dedicated, eastus
              | hello
              * loss = 0.25 (step 3)
            - Completed

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Report_Terminal_ShowsHowFarTheJobIsBelowTheLines()
    {
        var text = new StringWriter { NewLine = "\n" };
        var time = new HastyTime();
        using var writer = new JobEventWriter(text, terminalWidth: 80, time);
        foreach (JobEvent e in _events[..^1])
        {
            writer.Report(e);
        }

        writer.Report(new JobCostChanged("job", new RunCost { NodeTime = TimeSpan.FromHours(1), Amount = 0.5m }));

        Assert.That(text.ToString(), Does.Contain($"{Erase}  | hello\njob Running · 0:00:00 · 2 x Standard_D4_v3"));
        Assert.That(text.ToString(), Does.EndWith($"{Erase}job Running · 0:00:00 · 2 x Standard_D4_v3 · loss 0.25 · 0.50 USD"));
    }

    [Test]
    public void Report_Terminal_LeavesNoLineOfProgressBehind()
    {
        var text = new StringWriter { NewLine = "\n" };
        using (var writer = new JobEventWriter(text, terminalWidth: 80, new HastyTime()))
        {
            foreach (JobEvent e in _events)
            {
                writer.Report(e);
            }
        }

        Assert.That(text.ToString(), Does.EndWith($"{Erase}- Completed\n"));
    }

    [Test]
    public void Dispose_InTheMiddle_TakesTheLineAway()
    {
        var text = new StringWriter { NewLine = "\n" };
        var writer = new JobEventWriter(text, terminalWidth: 80, new HastyTime());
        writer.Report(_events[0]);

        writer.Dispose();

        Assert.That(text.ToString(), Is.EqualTo($"- Queued\njob Queued · 0:00:00{Erase}"));
    }

    [Test]
    public void Report_NarrowTerminal_KeepsTheLineOfProgressToOneLine()
    {
        var text = new StringWriter { NewLine = "\n" };
        using var writer = new JobEventWriter(text, terminalWidth: 12, new HastyTime());

        writer.Report(_events[0]);

        Assert.That(text.ToString().Split('\n')[^1], Is.EqualTo("job Queued "));
    }

    [TestCase("a\u001b[2Jb\u0007\tc\u009b", "a[2Jb\tc")]
    [TestCase("\u009b2J", "2J")]
    [TestCase("a\u007f", "a")]
    public void Report_OrdersToTheTerminalInALog_AreLeftOut(string line, string written)
    {
        var text = new StringWriter { NewLine = "\n" };
        using var writer = new JobEventWriter(text);

        writer.Report(new JobLogLine("job", "user_logs/std_log.txt", line));

        Assert.That(text.ToString(), Is.EqualTo($"  | {written}\n"));
    }

    [Test]
    public async Task WaitForCompletionAsync_WithAWriter_WritesTheWholeLifeOfTheJob()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train.py", job => job.Log("hello"));
        var text = new StringWriter { NewLine = "\n" };
        using var writer = new JobEventWriter(text);
        JobRun run = await serverless.CreateClient().SubmitAsync(Command.Run("python train.py").WithEnvironment("azureml:sklearn:1"));

        await run.WaitForCompletionAsync(writer);

        Assert.That(text.ToString(), Does.Contain("- Running\n").And.Contain("  | hello\n").And.EndWith("- Completed\n"));
    }

    [Test]
    public void Report_JobsThatItStarted_AreCounted()
    {
        var text = new StringWriter { NewLine = "\n" };
        using var writer = new JobEventWriter(text, terminalWidth: 80, new HastyTime());
        writer.Report(new JobStatusChanged("job", JobStatus.Running));
        writer.Report(Child("one", JobStatus.Completed));
        writer.Report(Child("two", JobStatus.Running));

        Assert.That(text.ToString(), Does.Contain("  - two: Running\n").And.EndWith("job Running · 0:00:00 · 1 of 2 done"));
    }

    private static JobChildChanged Child(string name, JobStatus status) =>
        new("job", new JobChild { Name = name, ParentName = "job", Run = new Moq.Mock<JobRun>().Object, Status = status });
}
