namespace ServerlessCompute;

/// <summary>One of several values. Immutable.</summary>
public sealed record ChoiceSearchSpace : SearchSpace
{
    /// <summary>The values.</summary>
    public ValueList<SearchValue> Values { get; init; } = ValueList<SearchValue>.Empty;

    internal override string Kind => "choice";

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
