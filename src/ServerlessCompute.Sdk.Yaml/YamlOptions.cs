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

    /// <summary>
    /// The values of the environment variables that texts refer to as <c>${{env.NAME}}</c>; null of one that has none, which is an error.
    /// <c>Environment.GetEnvironmentVariable</c> gives those of this process.
    /// </summary>
    /// <value>Null: such texts stay as they are.</value>
    public Func<string, string?>? Variables { get; init; }

    /// <summary>
    /// Whether the steps of a pipeline are looked at while it is loaded: a reference that leads nowhere, a circle, an input that nobody gives
    /// is then an error at its line. Otherwise it is one when the job is validated, for a pipeline that is made whole in C#.
    /// </summary>
    /// <value>True.</value>
    public bool ChecksSteps { get; init; } = true;

    /// <summary>Takes what is doubtful in a file that is loaded all the same.</summary>
    /// <value>Null: nobody is told.</value>
    public Action<YamlProblem>? OnWarning { get; init; }

    /// <summary>These options with more values to replace, as a command line gives them: <c>resources.instance_count=4</c>.</summary>
    /// <param name="assignments">Each the keys that lead to a place, an equals sign, and a value as YAML writes it.</param>
    /// <exception cref="FormatException">An assignment has no equals sign or no keys, or its value is no YAML.</exception>
    public YamlOptions WithOverrides(params IEnumerable<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        ValueMap<RawJson> overrides = Overrides;
        foreach (string assignment in assignments)
        {
            (string path, RawJson value) = YamlAssignment.Parse(assignment);
            overrides = overrides.With(path, value);
        }

        return this with { Overrides = overrides };
    }

    /// <summary>Nothing but values that replace what a file says.</summary>
    internal static YamlOptions Of((string Path, RawJson Value)[] overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return new YamlOptions { Overrides = ValueMap.From(overrides.Select(one => new KeyValuePair<string, RawJson>(one.Path, one.Value))) };
    }
}
