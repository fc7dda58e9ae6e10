namespace ServerlessCompute;

/// <summary>Finds the bash, or the shell that was asked for, on this machine.</summary>
internal static class BashLocator
{
    /// <summary>The path of a bash.</summary>
    /// <exception cref="LocalRunException">There is none; the message says what to install.</exception>
    public static string FindBash(IReadOnlyDictionary<string, string> variables) =>
        Find("bash", variables)
        ?? throw new LocalRunException(OperatingSystem.IsWindows()
            ? "Commands run in bash, as in the service, and none was found. Install Git for Windows, which brings one, or name one with LocalProcessOptions.Shell."
            : "Commands run in bash, as in the service, and none was found on the PATH. Install it with the system's package manager.");

    /// <summary>The path of the shell that runs the commands.</summary>
    /// <exception cref="LocalRunException">It is not there.</exception>
    public static string FindShell(string? wanted, IReadOnlyDictionary<string, string> variables) => wanted is null
        ? FindBash(variables)
        : Find(wanted, variables) ?? throw new LocalRunException($"LocalProcessOptions.Shell names '{wanted}', which is neither a file nor on the PATH.");

    private static string? Find(string program, IReadOnlyDictionary<string, string> variables)
    {
        if (Path.IsPathFullyQualified(program))
        {
            return File.Exists(program) ? program : null;
        }

        string name = OperatingSystem.IsWindows() && !Path.HasExtension(program) ? program + ".exe" : program;
        return Folders(variables).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Folders(IReadOnlyDictionary<string, string> variables)
    {
        string[] path = variables.GetValueOrDefault("PATH", "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!OperatingSystem.IsWindows())
        {
            return [.. path, "/bin", "/usr/bin", "/usr/local/bin"];
        }

        // The bash in Windows' own folder starts the Linux subsystem, where neither the paths nor the programs are those of this machine.
        string windows = Environment.GetFolderPath(Environment.SpecialFolder.Windows);
        string[] git =
        [
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Git", "bin"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Programs", "Git", "bin"),
        ];
        return [.. path.Where(folder => !folder.StartsWith(windows, StringComparison.OrdinalIgnoreCase) && !folder.Contains("WindowsApps", StringComparison.OrdinalIgnoreCase)), .. git];
    }
}
