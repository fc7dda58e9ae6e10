namespace ServerlessCompute;

/// <summary>A command job as its rules see it: the command read once, and what flows in and out of it under one name each.</summary>
internal sealed class CommandView
{
    /// <param name="job">The job, or what a sweep's trial would be as a job.</param>
    /// <param name="spaces">What is searched, by name; null outside a sweep.</param>
    public CommandView(CommandJob job, IReadOnlyDictionary<string, SearchSpace>? spaces = null)
    {
        Job = job;
        Spaces = spaces;
        Scan = new CommandScan(job.Command.Text);
        Inputs = Merge(job.Inputs, hole => hole.Input);
        Outputs = Merge(job.Outputs, hole => hole.Output);
    }

    public CommandJob Job { get; }

    public CommandScan Scan { get; }

    /// <summary>Whether a shell reads the text, and acts on some of its characters.</summary>
    public bool RunsInShell { get; init; } = true;

    public IReadOnlyList<CommandHole> Holes => Job.Command.Holes;

    /// <summary>The inputs that have a name and are not null, of holes and map; the map's wins where a name is in both.</summary>
    public IReadOnlyDictionary<string, Input> Inputs { get; }

    /// <summary>The outputs that have a name and are not null, of holes and map; the map's wins where a name is in both.</summary>
    public IReadOnlyDictionary<string, Output> Outputs { get; }

    /// <summary>What is searched, by name; null outside a sweep.</summary>
    public IReadOnlyDictionary<string, SearchSpace>? Spaces { get; }

    /// <summary>The value of a literal, whatever its C# type; null when the input is none.</summary>
    public static LiteralInput? LiteralOf(Input input) => input.AdditionalProperties is null ? null : input.Plain as LiteralInput;

    /// <summary>The references to an input or output, by scope and name.</summary>
    public IEnumerable<CommandReference> ReferencesTo(string scope) => Scan.References.Where(reference => reference.Scope == scope);

    private OrderedDictionary<string, T> Merge<T>(ValueMap<T>? map, Func<CommandHole, T?> ofHole)
        where T : class
    {
        var merged = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (CommandHole hole in Holes)
        {
            if (hole.Name is not null && ofHole(hole) is { } value)
            {
                merged.TryAdd(hole.Name, value);
            }
        }

        foreach ((string name, T? value) in map ?? ValueMap<T>.Empty)
        {
            if (value is not null && !string.IsNullOrWhiteSpace(name))
            {
                merged[name] = value;
            }
        }

        return merged;
    }
}
