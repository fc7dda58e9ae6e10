namespace ServerlessCompute;

/// <summary>A line of a log, without its end. Bytes that are not UTF-8 show as U+FFFD.</summary>
/// <param name="JobName">The job's name.</param>
/// <param name="Path">The log's path, for example <c>user_logs/std_log.txt</c>.</param>
/// <param name="Line">The text.</param>
public sealed record JobLogLine(string JobName, string Path, string Line) : JobEvent(JobName)
{
    internal override string Describe() => Line;
}
