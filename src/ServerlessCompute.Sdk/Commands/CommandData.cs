namespace ServerlessCompute;

/// <summary>
/// A command with what flows in and out of it. The holes of the command carry inputs and outputs, the maps hold the others; to the
/// outside they are one map, and two of them are equal when command and merged maps are. Immutable.
/// </summary>
internal sealed class CommandData(CommandText command, ValueMap<Input> inputs, ValueMap<Output> outputs) : IEquatable<CommandData>
{
    private ValueMap<Input>? _allInputs;
    private ValueMap<Output>? _allOutputs;

    public static CommandData Empty { get; } = new(CommandText.Empty, ValueMap<Input>.Empty, ValueMap<Output>.Empty);

    public CommandText Command { get; } = command;

    /// <summary>The inputs that are not in the command's holes.</summary>
    public ValueMap<Input> Inputs { get; } = inputs;

    /// <summary>The outputs that are not in the command's holes.</summary>
    public ValueMap<Output> Outputs { get; } = outputs;

    /// <summary>All inputs, as plain inputs. Where a name stands for two (which validation refuses), the map's entry wins.</summary>
    public ValueMap<Input> AllInputs => _allInputs ??= Merge(Inputs, hole => hole.Input?.Plain, input => input.Plain);

    /// <summary>All outputs. Where a name stands for two (which validation refuses), the map's entry wins.</summary>
    public ValueMap<Output> AllOutputs => _allOutputs ??= Merge(Outputs, hole => hole.Output, output => output);

    public bool Equals(CommandData? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Command == other.Command && AllInputs == other.AllInputs && AllOutputs == other.AllOutputs);

    public override bool Equals(object? obj) => Equals(obj as CommandData);

    public override int GetHashCode() => HashCode.Combine(Command, AllInputs, AllOutputs);

    private ValueMap<T> Merge<T>(ValueMap<T> others, Func<CommandHole, T?> ofHole, Func<T, T> plain)
        where T : class
    {
        var merged = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (CommandHole hole in Command.Holes)
        {
            if (hole.Name is not null && ofHole(hole) is { } value)
            {
                merged.TryAdd(hole.Name, value);
            }
        }

        foreach (KeyValuePair<string, T> other in others.Entries)
        {
            merged[other.Key] = plain(other.Value);
        }

        return ValueMap.From(merged);
    }
}
