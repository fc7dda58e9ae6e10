namespace ServerlessCompute;

/// <summary>When a sweep stops trials that promise little. Immutable.</summary>
public abstract record EarlyTerminationPolicy : JobPart
{
    private protected EarlyTerminationPolicy()
    {
    }

    /// <summary>At every how many logged values of the metric the policy looks at a trial.</summary>
    /// <value>Null: the service takes 1.</value>
    public int? EvaluationInterval { get; init; }

    /// <summary>How many intervals a trial is left alone at first.</summary>
    /// <value>Null: the service takes 0.</value>
    public int? DelayEvaluation { get; init; }

    /// <summary>The contract's word for this kind. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }
}
