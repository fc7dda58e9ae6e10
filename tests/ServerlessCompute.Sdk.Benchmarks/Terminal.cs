using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>Starts other programs and waits for their end.</summary>
internal static class Terminal
{
    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Runs a program to its end; its output is shown only when it fails.</summary>
    /// <exception cref="InvalidOperationException">It exited with another code than 0.</exception>
    public static async Task RunAsync(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}.\n{await output}\n{await error}");
        }
    }

    public static Task RunAsync(string program, params string[] arguments) => RunAsync(Repository, new Dictionary<string, string>(), program, arguments);

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ServerlessCompute.Sdk.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No ServerlessCompute.Sdk.sln above {AppContext.BaseDirectory}: the figures are taken from a working copy.");
    }
}
