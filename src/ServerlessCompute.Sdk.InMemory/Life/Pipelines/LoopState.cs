namespace ServerlessCompute;

/// <summary>How far a loop of a pipeline is.</summary>
internal sealed class LoopState(PipelineNode body, IReadOnlyList<IReadOnlyDictionary<string, StepValue>> items, int most)
{
    public PipelineNode Body { get; } = body;

    /// <summary>Of a <c>parallel_for</c> what each iteration gets; empty for a <c>do_while</c>.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, StepValue>> Items { get; } = items;

    /// <summary>How many iterations there may be at once (<c>parallel_for</c>), or in all (<c>do_while</c>).</summary>
    public int Most { get; } = most;

    public int Started { get; set; }

    public int Live { get; set; }

    /// <summary>Whether one is just being started.</summary>
    public bool IsStarting { get; set; }

    public bool IsOver { get; set; }

    /// <summary>Whether an iteration did not complete.</summary>
    public bool HasFailure { get; set; }
}
