using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace ServerlessCompute;

/// <summary>A command in a job object, which Windows ends with the last handle to it: also when this process dies.</summary>
/// <remarks>The command waits for a line on its standard input until it is in the job object, so that no child of it is born outside.</remarks>
[SupportedOSPlatform("windows")]
internal sealed class WindowsProcessTree : ProcessTree
{
    private const string Guard = """
        read -r _
        "$1" -c "$2" </dev/null 2>&1
        """;

    private readonly Process _process;
    private readonly WindowsJobObject _job;

    private WindowsProcessTree(Process process, WindowsJobObject job)
    {
        _process = process;
        _job = job;
    }

    public override Stream Output => _process.StandardOutput.BaseStream;

    public override bool IsAlive => _job.ActiveProcesses > 0;

    public override TimeSpan ProcessorTime => _job.ProcessorTime;

    public static WindowsProcessTree StartJob(ProcessLaunch launch)
    {
        var job = new WindowsJobObject();
        Process process = launch.Start(Guard);
        try
        {
            job.Add(process);
        }
        catch (Win32Exception e)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            job.Dispose();
            throw new LocalRunException($"Windows does not let the command's processes be grouped: {e.Message}.", e);
        }

        process.StandardInput.Write('\n');
        process.StandardInput.Close();
        return new WindowsProcessTree(process, job);
    }

    public override async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }

    // Windows has no request that every console program would hear.
    public override void RequestEnd() => Kill();

    public override void Kill() => _job.Terminate();

    public override void Dispose()
    {
        _job.Dispose();
        _process.Dispose();
    }
}
