namespace ServerlessCompute;

/// <summary>How YAML is loaded. Immutable.</summary>
public sealed record YamlOptions
{
    /// <summary>
    /// Values that replace what the file says, by the keys that lead there: <c>resources.instance_count</c>, <c>inputs.lr</c>. What is not
    /// there yet is made; an item of a list is named by its number, as in <c>services.ssh.nodes</c> or <c>values[0]</c>.
    /// </summary>
    /// <value>Empty.</value>
    public ValueMap<RawJson> Overrides { get; init; } = ValueMap<RawJson>.Empty;

    /// <summary>Takes what is doubtful in a file that is loaded all the same.</summary>
    /// <value>Null: nobody is told.</value>
    public Action<YamlProblem>? OnWarning { get; init; }

    /// <summary>Nothing but values that replace what a file says.</summary>
    internal static YamlOptions Of((string Path, RawJson Value)[] overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return new YamlOptions { Overrides = ValueMap.From(overrides.Select(one => new KeyValuePair<string, RawJson>(one.Path, one.Value))) };
    }
}
