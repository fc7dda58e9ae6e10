using System.Globalization;

namespace ServerlessCompute;

/// <summary>What is said about a process that did not end with 0.</summary>
internal static class ExitMessage
{
    /// <summary>The message of the job's error.</summary>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="title">Which of several processes it was; null when there is one only.</param>
    /// <param name="log">Its log, which is named and quoted.</param>
    public static string For(int exitCode, string? title, LogPump log)
    {
        string tail = log.Tail;
        string who = title is null ? "The command" : $"One process failed and the others were ended: {title}";
        string last = tail.Length == 0 ? $"{log.LogPath} is empty." : $"The last lines of {log.LogPath}:\n{tail}";
        return string.Create(CultureInfo.InvariantCulture, $"{who} ended with exit code {exitCode}.{Hint(exitCode)} {last}");
    }

    private static string Hint(int exitCode) => exitCode switch
    {
        126 => " A file in the command is not executable: call it through its interpreter, or give it the permission (chmod +x).",
        127 => " A program in the command was not found: local runs do not use the job's environment image, so install the program on this machine or add it to the PATH.",
        137 => " It was killed (SIGKILL), most often because memory ran out: use less, or close other programs.",
        139 => " It crashed (SIGSEGV), most often in native code: check that the installed packages fit this machine.",
        > 128 and < 160 => string.Create(CultureInfo.InvariantCulture, $" Signal {exitCode - 128} ended it."),
        _ => "",
    };
}
