namespace ServerlessCompute;

/// <summary>
/// A trial with what flows in and out of it and what is searched. The holes of its command carry a part of that, the maps hold the rest; to
/// the outside they are one map each, and two of them are equal when trial and merged maps are. Immutable.
/// </summary>
internal sealed record SweepData
{
    private readonly CommandData _flow;
    private ValueMap<SearchSpace>? _allSpaces;

    public SweepData(SweepTrial trial, ValueMap<Input> inputs, ValueMap<Output> outputs, ValueMap<SearchSpace> spaces)
    {
        Trial = trial;
        Spaces = spaces;

        // Null is let in by "!" alone; validation says so.
        _flow = new CommandData(trial?.Command ?? CommandText.Empty, inputs, outputs);
    }

    public static SweepData Empty { get; } = new(new SweepTrial(), ValueMap<Input>.Empty, ValueMap<Output>.Empty, ValueMap<SearchSpace>.Empty);

    public SweepTrial Trial { get; }

    public ValueMap<Input> Inputs => _flow.Inputs;

    public ValueMap<Output> Outputs => _flow.Outputs;

    /// <summary>The search spaces that are not in the command's holes.</summary>
    public ValueMap<SearchSpace> Spaces { get; }

    public ValueMap<Input> AllInputs => _flow.AllInputs;

    public ValueMap<Output> AllOutputs => _flow.AllOutputs;

    /// <summary>All search spaces. Where a name stands for two (which validation refuses), the map's entry wins.</summary>
    public ValueMap<SearchSpace> AllSpaces => _allSpaces ??= Merge();

    public bool Equals(SweepData? other) =>
        ReferenceEquals(this, other) || (other is not null && Trial == other.Trial && _flow.Equals(other._flow) && AllSpaces == other.AllSpaces);

    public override int GetHashCode() => HashCode.Combine(Trial, _flow, AllSpaces);

    private ValueMap<SearchSpace> Merge()
    {
        ValueMap<SearchSpace> all = Spaces;
        foreach (CommandHole hole in _flow.Command.Holes)
        {
            if (hole is { Name: { } name, Space: { } space } && !all.ContainsKey(name))
            {
                all = all.With(name, space);
            }
        }

        return all;
    }
}
