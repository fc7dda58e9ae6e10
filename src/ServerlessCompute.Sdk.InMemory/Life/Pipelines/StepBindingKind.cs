namespace ServerlessCompute;

/// <summary>The forms of <see cref="StepBinding"/>.</summary>
internal enum StepBindingKind
{
    /// <summary>Begins with <c>parent</c> and is none of the others.</summary>
    Unknown,

    /// <summary><c>parent.inputs.x</c></summary>
    ParentInput,

    /// <summary><c>parent.outputs.x</c></summary>
    ParentOutput,

    /// <summary><c>parent.jobs.a.outputs.x</c></summary>
    StepOutput,

    /// <summary><c>parent.jobs.a</c>, in control flow.</summary>
    Step,

    /// <summary>The step's own: <c>inputs.x</c>, <c>outputs.x</c>, <c>search_space.x</c>.</summary>
    Own,
}
