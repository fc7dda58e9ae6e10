namespace ServerlessCompute;

/// <summary>Runs another step again and again, as long as one of its outputs is true. Immutable.</summary>
public sealed record DoWhileStep : PipelineStep
{
    /// <inheritdoc/>
    public override string Kind => "do_while";

    /// <summary>The step that is repeated: <c>${{parent.jobs.name}}</c>.</summary>
    /// <value>Null, which is an error.</value>
    public string? Body { get; init; }

    /// <summary>
    /// The output of the body that says whether it runs again: its name, or <c>${{parent.jobs.body.outputs.name}}</c>.
    /// </summary>
    /// <value>Null: it runs as often as the limit allows.</value>
    public string? Condition { get; init; }

    /// <summary>Outputs of the body that are inputs of its next turn: each output, by name or by reference, with the inputs it fills.</summary>
    public ValueMap<ValueList<string>> Mapping { get; init; } = ValueMap<ValueList<string>>.Empty;

    /// <summary>How often the body runs at most.</summary>
    public DoWhileLimits? Limits { get; init; }
}
