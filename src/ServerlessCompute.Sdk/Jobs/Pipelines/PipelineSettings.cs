namespace ServerlessCompute;

/// <summary>
/// What holds for all steps of a pipeline. Settings that this library has no property for are sent as they are, under
/// <see cref="JobPart.AdditionalProperties"/>. Immutable.
/// </summary>
public sealed record PipelineSettings : JobPart
{
    /// <summary>The compute of steps that name none: a name, a full resource id, or <c>serverless</c>.</summary>
    /// <value>Null: each step has to name its own. A pipeline that <see cref="Pipeline.Define(string, Action{PipelineBuilder})"/> makes has <c>serverless</c>.</value>
    public string? DefaultCompute { get; init; }

    /// <summary>The datastore that outputs go to: a name or a full resource id.</summary>
    /// <value>Null: the workspace's.</value>
    public string? DefaultDatastore { get; init; }

    /// <summary>Whether other steps go on when one has failed.</summary>
    /// <value>Null: the service lets them.</value>
    public bool? ContinueOnStepFailure { get; init; }

    /// <summary>Whether every step runs even where an earlier run left the same result.</summary>
    /// <value>Null: results are reused.</value>
    public bool? ForceRerun { get; init; }

    /// <summary>Whether a step runs when an optional input of it could not be made.</summary>
    /// <value>Null: it does.</value>
    public bool? ContinueRunOnFailedOptionalInput { get; init; }

    /// <summary>The step that runs before all others.</summary>
    public string? OnInit { get; init; }

    /// <summary>The step that runs after all others, whatever became of them.</summary>
    public string? OnFinalize { get; init; }

    internal PipelineSettings Visit(string place, JobVisitor visitor)
    {
        string? compute = JobVisitor.Maybe($"{place}.default_compute", DefaultCompute, visitor.Compute);
        string? datastore = JobVisitor.Maybe($"{place}.default_datastore", DefaultDatastore, visitor.Datastore);
        return compute == DefaultCompute && datastore == DefaultDatastore ? this : this with { DefaultCompute = compute, DefaultDatastore = datastore };
    }
}
