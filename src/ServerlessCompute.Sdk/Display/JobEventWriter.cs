namespace ServerlessCompute;

/// <summary>
/// Writes what happens to jobs as text: a line for each event, and on a terminal below them a line that shows how far the job is, written over
/// again and again. Give it to a wait as its progress, and dispose it to end that line.
/// </summary>
/// <example>
/// <code>
/// using var writer = new JobEventWriter();
/// JobResult result = await run.WaitForCompletionAsync(writer);
/// </code>
/// </example>
/// <remarks>Thread-safe. Control characters in what a job logs are left out: they are orders to a terminal.</remarks>
public sealed class JobEventWriter : IProgress<JobEvent>, IDisposable
{
    private const string EraseLine = "\r\u001b[2K";
    private const int UsualWidth = 120;

    private readonly Lock _gate = new();
    private readonly TextWriter _writer;
    private readonly int? _width;
    private readonly JobProgressLine _line;
    private string _shown = "";

    /// <summary>Writes to the console, with the line of progress unless its output goes to a file or another program.</summary>
    public JobEventWriter()
        : this(Console.Out, Console.IsOutputRedirected ? null : WidthOfTerminal())
    {
    }

    /// <summary>Writes somewhere.</summary>
    /// <param name="writer">Where; it stays open.</param>
    /// <param name="terminalWidth">How many characters a line of the terminal has; null when it is none.</param>
    /// <param name="time">The clock that says how long the job has run; null for the system's.</param>
    public JobEventWriter(TextWriter writer, int? terminalWidth = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
        _width = terminalWidth;
        _line = new JobProgressLine(time ?? TimeProvider.System);
    }

    /// <summary>Writes an event.</summary>
    public void Report(JobEvent value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (_gate)
        {
            _line.Take(value);
            if (_width is null)
            {
                _writer.WriteLine(Line(value));
                return;
            }

            if (value is not JobCostChanged)
            {
                _writer.Write(_shown.Length > 0 ? EraseLine : "");
                _writer.WriteLine(Line(value));
                _shown = "";
            }

            Show(_line.Text);
        }
    }

    /// <summary>Takes the line of progress away; what was written stays.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            Show("");
        }
    }

    private static int WidthOfTerminal()
    {
        try
        {
            return Console.WindowWidth is var width and > 0 ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }

    private static string Line(JobEvent value) => Plain(value switch
    {
        JobLogLine => $"  | {value}",
        JobMetricLogged => $"  * {value}",
        JobChildChanged child => $"{new string(' ', 2 * child.Child.Depth)}- {value}",
        _ => $"- {value}",
    });

    private static string Plain(string text) => text.Any(IsOrder) ? string.Concat(text.Where(character => !IsOrder(character))) : text;

    private static bool IsOrder(char character) => char.IsControl(character) && character != '\t';

    private void Show(string text)
    {
        if (_width is not { } width)
        {
            return;
        }

        string fitting = Plain(text);
        fitting = fitting.Length < width ? fitting : fitting[..Math.Max(0, width - 1)];
        if (fitting != _shown)
        {
            _writer.Write(_shown.Length > 0 ? EraseLine : "");
            _writer.Write(fitting);
            _writer.Flush();
            _shown = fitting;
        }
    }
}
