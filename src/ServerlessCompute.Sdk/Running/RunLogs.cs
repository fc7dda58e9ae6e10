using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>Which logs a run has.</summary>
internal static partial class RunLogs
{
    /// <summary>All logs, by path.</summary>
    public static IEnumerable<(string Path, Uri Url)> All(RunDetails details) =>
        details.LogFiles.OrderBy(log => log.Key, StringComparer.Ordinal).Select(log => (log.Key, new Uri(log.Value)));

    /// <summary>
    /// The logs that the job's own processes wrote, all ranks of them; where the run has none of those, its execution logs, or those of
    /// the older runtime.
    /// </summary>
    public static IEnumerable<(string Path, Uri Url)> OfUser(RunDetails details)
    {
        (string Path, Uri Url)[] all = [.. All(details)];
        foreach (Regex kind in (Regex[])[UserLog(), ExecutionLog(), OldLog()])
        {
            (string, Uri)[] found = [.. all.Where(log => kind.IsMatch(log.Path))];
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The log of the build of the run's image; none when no image was built.</summary>
    public static IEnumerable<(string Path, Uri Url)> OfImageBuild(RunDetails details) => All(details).Where(log => IsImageBuild(log.Path));

    /// <summary>Whether a log is of the build of an image, by its name.</summary>
    public static bool IsImageBuild(string path) => ImageBuildLog().IsMatch(path);

    [GeneratedRegex(@"^azureml-logs/\d+_image_build_log.*\.txt$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ImageBuildLog();

    [GeneratedRegex(@"^user_logs/std_log.*\.txt$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UserLog();

    [GeneratedRegex(@"^logs/azureml/(executionlogs|stdoutlogs|stderrlogs)\.txt$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ExecutionLog();

    [GeneratedRegex(@"^azureml-logs/(\d+_driver_log.*|hyperdrive)\.txt$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OldLog();
}
