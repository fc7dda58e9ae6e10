using System.ComponentModel;
using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>What it takes to start a command.</summary>
/// <param name="Bash">The bash that keeps watch over the processes.</param>
/// <param name="Shell">The shell that runs the command.</param>
/// <param name="Command">The command as the shell reads it.</param>
/// <param name="Folder">The folder in which it runs.</param>
/// <param name="Variables">All of its environment.</param>
internal sealed record ProcessLaunch(string Bash, string Shell, string Command, string Folder, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Starts bash with <paramref name="guard"/>, which finds the shell in <c>$1</c> and the command in <c>$2</c>.</summary>
    public Process Start(string guard)
    {
        var start = new ProcessStartInfo(Bash)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "-c", guard, "bash", Shell, Command },
        };
        start.Environment.Clear();
        foreach (KeyValuePair<string, string> variable in Variables)
        {
            start.Environment[variable.Key] = variable.Value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new LocalRunException($"The command could not be started with '{Bash}': {e.Message}. A very long command belongs into a script in the code folder.", e);
        }
    }
}
