namespace ServerlessCompute;

/// <summary>Runs some steps when a condition holds, and others when it does not. Immutable.</summary>
public sealed record IfElseStep : PipelineStep
{
    /// <inheritdoc/>
    public override string Kind => "if_else";

    /// <summary>
    /// The condition: <c>${{parent.jobs.name.outputs.output}}</c> of a step with such a truth value, <c>${{parent.inputs.name}}</c>, or a
    /// constant.
    /// </summary>
    /// <value><c>null</c>, which is an error.</value>
    public RawJson Condition { get; init; }

    /// <summary>The steps that run when it holds: <c>${{parent.jobs.name}}</c> each.</summary>
    public ValueList<string> TrueBlock { get; init; } = ValueList<string>.Empty;

    /// <summary>The steps that run when it does not.</summary>
    public ValueList<string> FalseBlock { get; init; } = ValueList<string>.Empty;
}
