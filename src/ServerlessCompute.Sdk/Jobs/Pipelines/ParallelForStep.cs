namespace ServerlessCompute;

/// <summary>Runs another step once for each item of a list, all at once. Immutable.</summary>
public sealed record ParallelForStep : PipelineStep
{
    /// <inheritdoc/>
    public override string Kind => "parallel_for";

    /// <summary>The step that is run: <c>${{parent.jobs.name}}</c>.</summary>
    /// <value>Null, which is an error.</value>
    public string? Body { get; init; }

    /// <summary>
    /// The items: a list of inputs of the body by name, or a map of such with names of their own, as JSON text; or a reference to a text of
    /// that form, <c>${{parent.inputs.name}}</c>.
    /// </summary>
    /// <value>Null, which is an error.</value>
    public string? Items { get; init; }

    /// <summary>How many items are worked on at once.</summary>
    /// <value>Null: all.</value>
    public int? MaxConcurrency { get; init; }

    /// <summary>Where the outputs of all items go together.</summary>
    public ValueMap<Output> Outputs { get; init; } = ValueMap<Output>.Empty;

    internal override PipelineStep Visit(string place, JobVisitor visitor)
    {
        ValueMap<Output> outputs = visitor.Outputs($"{place}.outputs", Outputs);
        return ReferenceEquals(outputs, Outputs) ? this : this with { Outputs = outputs };
    }
}
