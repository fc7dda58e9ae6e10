using System.ComponentModel;
using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>Starts programs, in the repository's folder when nothing else is said, as somebody at a terminal would.</summary>
internal static class Terminal
{
    public static async Task<bool> IsInstalledAsync(string program, CancellationToken cancellationToken)
    {
        try
        {
            return (await RunAsync(program, ["--version"], cancellationToken)).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(string program, string[] arguments, CancellationToken cancellationToken) =>
        RunAsync(program, arguments, Repository.Root, cancellationToken);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the build that started these tests told its children is not meant for the build that an example starts.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // A build server that outlives the build would keep the output open, and its end would never be seen.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
