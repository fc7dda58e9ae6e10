namespace ServerlessCompute;

/// <summary>
/// One of the values of a choice: a text, a number or a truth value; or a branch, whose names have values or search spaces of their own
/// that count only when the branch is chosen. Immutable.
/// </summary>
public sealed record SearchValue
{
    private SearchValue()
    {
    }

    /// <summary>The value; JSON's <c>null</c> when this is a branch or a search space.</summary>
    public RawJson Constant { get; private init; }

    /// <summary>What the branch's names stand for.</summary>
    /// <value>Null: this is no branch.</value>
    public ValueMap<SearchValue>? Branch { get; private init; }

    /// <summary>The search space within a branch.</summary>
    /// <value>Null: this is none.</value>
    public SearchSpace? Space { get; private init; }

    /// <summary>A text.</summary>
    public static implicit operator SearchValue(string value) => Of(value);

    /// <summary>A number.</summary>
    public static implicit operator SearchValue(double value) => Of(value);

    /// <summary>A whole number.</summary>
    public static implicit operator SearchValue(int value) => Of((long)value);

    /// <summary>A truth value.</summary>
    public static implicit operator SearchValue(bool value) => Of(value);

    /// <summary>A search space within a branch.</summary>
    public static implicit operator SearchValue(SearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return new SearchValue { Space = space };
    }

    /// <summary>A value of any JSON type.</summary>
    public static SearchValue Of(RawJson value) => new() { Constant = value };

    /// <summary>A branch.</summary>
    public static SearchValue Of(ValueMap<SearchValue> branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        return new SearchValue { Branch = branch };
    }

    /// <summary>The value, the branch or the search space as a text.</summary>
    public override string ToString() => Branch?.ToString() ?? Space?.Kind ?? Constant.ToString();
}
