namespace ServerlessCompute;

/// <summary>
/// Goes with whoever reads a tree: knows which spelling the document has, where in it the reading is, and takes what is wrong. For one
/// reading by one thread.
/// </summary>
internal abstract class TreeReader(Dialect dialect)
{
    private readonly List<string> _path = [];

    /// <summary>The document's spelling.</summary>
    public Dialect Dialect { get; } = dialect;

    /// <summary>
    /// Whether a reference such as <c>${{parent.inputs.x}}</c> may stand where another value belongs, as it may in the steps of a pipeline:
    /// it is kept as it is.
    /// </summary>
    public bool TakesBindings { get; set; }

    /// <summary>The names that lead to the part that is being read, joined by points.</summary>
    public string Path => string.Concat(_path.Select((step, i) => i == 0 || step is ['[', ..] ? step : $".{step}"));

    /// <summary>Goes down to a member, or with <c>[0]</c> to an item.</summary>
    public void Enter(string step) => _path.Add(step);

    /// <summary>Comes back up.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Takes a problem of the part that is being read.</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="message">What is wrong, as a sentence.</param>
    /// <param name="fix">What mends it, as a sentence.</param>
    public abstract void Report(TreePlace at, string message, string fix);

    /// <summary>Takes something that is doubtful, and sent all the same.</summary>
    /// <inheritdoc cref="Report"/>
    public abstract void Warn(TreePlace at, string message, string fix);

    /// <summary>Whether a text is the path of another document, in a place where one may be named.</summary>
    public virtual bool IsFile(TreeScalar text) => false;

    /// <summary>What another document says; null when it could not be read, which was reported.</summary>
    /// <param name="reference">The text that names it.</param>
    public virtual Tree? Follow(TreeScalar reference) => null;

    /// <summary>Reads what a map says as a job, of the kind that it names.</summary>
    /// <param name="map">The map.</param>
    /// <returns>The job; null when it cannot be read, which was reported.</returns>
    public virtual Job? ReadJob(TreeMap map)
    {
        if (map.Text("type") is { } type && JobTables.All.FirstOrDefault(table => table.YamlType.Equals(type, StringComparison.OrdinalIgnoreCase)) is { } table)
        {
            return table.TryRead(map, this, out Job? job) ? job : null;
        }

        Report(map.Place, "The kind of job is not said, or not known.", $"Write 'type:' and one of {string.Join(", ", JobTables.All.Select(known => known.YamlType))}.");
        return null;
    }
}
