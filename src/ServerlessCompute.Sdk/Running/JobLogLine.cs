using System.Globalization;

namespace ServerlessCompute;

/// <summary>A line of a log, without its end. Bytes that are not UTF-8 show as U+FFFD.</summary>
/// <param name="JobName">The job's name.</param>
/// <param name="Path">The log's path, for example <c>user_logs/std_log.txt</c>.</param>
/// <param name="Line">The text.</param>
public sealed record JobLogLine(string JobName, string Path, string Line) : JobEvent(JobName)
{
    private const string ProcessMark = "_process_";

    /// <summary>The process of a distributed job that wrote the line; null for a log of the whole job.</summary>
    public int? Rank => RankOf(Path);

    /// <summary>Whether the line is of the build of the job's image.</summary>
    public bool IsImageBuild => RunLogs.IsImageBuild(Path);

    /// <summary>The process that a log belongs to by its name, <c>user_logs/std_log_process_03.txt</c>.</summary>
    internal static int? RankOf(string path)
    {
        int at = path.LastIndexOf(ProcessMark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<char> number = path.AsSpan(at + ProcessMark.Length);
        int end = number.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? number : number[..end], NumberStyles.None, CultureInfo.InvariantCulture, out int rank) ? rank : null;
    }

    internal override string Describe() => Rank is { } rank ? $"[{rank}] {Line}" : Line;
}
