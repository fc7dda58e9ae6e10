namespace ServerlessCompute;

/// <summary>What a C# delegate has that does the work of one mini-batch of a parallel step: see <see cref="InMemoryServerless.OnMiniBatch(string, Func{MiniBatchContext, Task})"/>.</summary>
/// <remarks>Thread-safe. What the delegate throws makes the mini-batch fail; it is then tried again as the step's retry settings say.</remarks>
public sealed class MiniBatchContext
{
    private readonly ParallelWork _work;
    private readonly Lock _lock = new();
    private readonly List<string> _rows = [];

    internal MiniBatchContext(CommandContext job, ParallelWork work, int number, int attempt)
    {
        _work = work;
        Job = job;
        Number = number;
        Attempt = attempt;
    }

    /// <summary>The step's job, with its clock, log and metrics.</summary>
    public CommandContext Job { get; }

    /// <summary>The mini-batch's number, from 0 on.</summary>
    public int Number { get; }

    /// <summary>How many mini-batches the step has.</summary>
    public int Count => _work.Batches.Count;

    /// <summary>How often it was tried before: 0 for the first time.</summary>
    public int Attempt { get; }

    /// <summary>The files of the mini-batch, as paths below the step's input data, with '/' between folders.</summary>
    public IReadOnlyList<string> Items => _work.Batches[Number];

    /// <summary>Reads one of the files as text.</summary>
    /// <param name="item">One of <see cref="Items"/>.</param>
    /// <exception cref="ArgumentException">The mini-batch has no such file.</exception>
    public string ReadItem(string item)
    {
        ArgumentException.ThrowIfNullOrEmpty(item);
        return Job.ReadData(_work.InputUri).TryGetValue(item, out string? text)
            ? text
            : throw new ArgumentException($"Mini-batch {Number} has no file '{item}'. Its files are listed in Items.", nameof(item));
    }

    /// <summary>Returns a row, as the entry script's <c>run</c> returns one for each item. Items without a row count as failed.</summary>
    /// <param name="row">What becomes a line of the output that the step appends its rows to.</param>
    public void Return(string row)
    {
        ArgumentNullException.ThrowIfNull(row);
        lock (_lock)
        {
            _rows.Add(row);
        }
    }

    internal IReadOnlyList<string> Rows
    {
        get
        {
            lock (_lock)
            {
                return [.. _rows];
            }
        }
    }
}
