using System.Diagnostics;
using System.Globalization;

namespace ServerlessCompute;

/// <summary>The guard that stands between this process and a command's group.</summary>
[Platform(Exclude = "Win", Reason = "Windows has job objects instead.")]
internal sealed class UnixGuardTests
{
    [Test]
    public async Task Guard_ItsParentDies_KillsTheGroup()
    {
        using Process guard = Start("trap '' TERM HUP; echo ready; sleep 60 & wait");
        string group = (await guard.StandardError.ReadLineAsync())!;
        Assert.That(await guard.StandardOutput.ReadLineAsync(), Is.EqualTo("ready"));
        Assert.That(await MembersAsync(group), Is.Not.Empty);

        // What the system does to a dead process's pipes.
        guard.StandardInput.Close();
        await guard.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(guard.ExitCode, Is.EqualTo(137));
            Assert.That(await MembersAsync(group), Is.Empty);
        }
    }

    [Test]
    public async Task Guard_ItIsToldThatAllIsDone_KillsNobody()
    {
        using Process guard = Start("echo ready; read -r line < /dev/stdin; sleep 0.2; echo end");
        await guard.StandardError.ReadLineAsync();

        await guard.StandardInput.WriteAsync('\n');
        guard.StandardInput.Close();

        Assert.That(await guard.StandardOutput.ReadToEndAsync(), Is.EqualTo("ready\nend\n"));
    }

    [Test]
    public async Task Guard_ItIsKilledItself_TheJobEndsAndNothingStays()
    {
        var host = new FakeHost("echo guard=$PPID; echo group=$$; exec sleep 60");
        await using var run = new LocalRun();
        Task<ExecutionOutcome> execution = run.Execute(host);
        await host.LogSays("group=");
        string[] lines = host.Log.Split('\n');

        using (Process guard = Process.GetProcessById(int.Parse(lines[0]["guard=".Length..], CultureInfo.InvariantCulture)))
        {
            guard.Kill();
        }

        ExecutionOutcome outcome = await execution.WaitAsync(TimeSpan.FromSeconds(20));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(137));
            Assert.That(await MembersAsync(lines[1]["group=".Length..]), Is.Empty);
        }
    }

    private static Process Start(string command) =>
        new ProcessLaunch("bash", "bash", command, Environment.CurrentDirectory, LocalVariables.Inherited()).Start(UnixProcessTree.Guard);

    // A process that has ended but that nobody reaped yet does not count.
    private static async Task<string[]> MembersAsync(string group)
    {
        using Process ps = Process.Start(new ProcessStartInfo("ps", ["-e", "-o", "pgid=,stat=,args="]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string all = await ps.StandardOutput.ReadToEndAsync();
        return [.. all.Split('\n').Where(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var id, var state, ..] && id == group && !state.StartsWith('Z'))];
    }
}
