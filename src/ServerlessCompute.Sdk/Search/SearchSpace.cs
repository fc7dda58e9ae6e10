namespace ServerlessCompute;

/// <summary>
/// From where a sweep takes the values of one hyperparameter: a list of choices, or a distribution. Made by <see cref="Search"/>.
/// Immutable. Put into the hole of a command (<c>$"… --lr {lr}"</c>), it is named by the variable that holds it; equality looks at the
/// content, not at that name.
/// </summary>
public abstract record SearchSpace : JobPart
{
    private protected SearchSpace()
    {
    }

    /// <summary>The contract's word for this kind. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }

    /// <summary>The name that <see cref="SearchNaming.Named{T}"/> pinned; null means the variable's.</summary>
    internal string? PinnedName { get; init; }

    /// <summary>Whether both are the same kind of space with the same content; a pinned name does not count.</summary>
    public virtual bool Equals(SearchSpace? other) => ReferenceEquals(this, other) || base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>Says that a search space was printed where a hole was meant; validation refuses a command that contains it.</summary>
    public override string ToString() => HoleMarker.ForSearchSpace(Kind);
}
