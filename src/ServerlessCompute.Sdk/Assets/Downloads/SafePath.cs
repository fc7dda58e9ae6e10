using System.Buffers;

namespace ServerlessCompute;

/// <summary>
/// Turns the name of a blob, which whoever wrote it could choose freely, into a path beneath a folder of this machine, or refuses it.
/// </summary>
internal static class SafePath
{
    private static readonly SearchValues<char> _notInWindowsNames = SearchValues.Create([.. "<>:\"|?*\\", .. Enumerable.Range(0, 32).Select(i => (char)i)]);

    private static readonly HashSet<string> _devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Numbered("COM"), .. Numbered("LPT")], StringComparer.OrdinalIgnoreCase);

    /// <param name="folder">The absolute path of the folder that may not be left.</param>
    /// <param name="name">The blob's name beneath what is downloaded, '/' between parts.</param>
    /// <param name="windows">Whether the rules of Windows hold: more characters and names are not files there.</param>
    /// <exception cref="JobAssetException">The name cannot be a file beneath the folder.</exception>
    public static string Combine(string folder, string name, bool windows)
    {
        foreach (string part in name.Split('/'))
        {
            if (Fault(part, windows) is { } fault)
            {
                throw new JobAssetException(
                    Path.Join(folder, name),
                    $"The blob '{name}' cannot be downloaded to '{folder}': {fault}. Read it in a job, or copy it under another name.");
            }
        }

        return Path.Join(folder, name.Replace('/', Path.DirectorySeparatorChar));
    }

    /// <summary>Folders that are there already may be links to anywhere: whoever made them did not make them for this.</summary>
    /// <exception cref="JobAssetException">A link on the way leads out of the folder.</exception>
    public static void RequireWithin(string realFolder, string path)
    {
        string parent = Path.GetDirectoryName(path)!;
        if (RealPath.Resolve(parent) is not { } real || !RealPath.IsWithin(real, realFolder))
        {
            throw new JobAssetException(path, $"'{parent}' is a link that leads out of '{realFolder}'. Remove it, or download into an empty folder.");
        }
    }

    private static string? Fault(string part, bool windows) => part switch
    {
        "" => "a part of its name is empty",
        "." or ".." => "its name would lead elsewhere",
        _ when part.Contains('\0', StringComparison.Ordinal) => "its name has a character that no file may have",
        _ when windows && part.AsSpan().IndexOfAny(_notInWindowsNames) >= 0 => "its name has a character that no file may have on Windows",
        _ when windows && part[^1] is '.' or ' ' => "Windows drops the last character of its name",
        _ when windows && _devices.Contains(part.Split('.')[0].TrimEnd(' ')) => "its name is a device on Windows",
        _ => null,
    };

    private static IEnumerable<string> Numbered(string device) => "0123456789\u00b9\u00b2\u00b3".Select(digit => device + digit);
}
