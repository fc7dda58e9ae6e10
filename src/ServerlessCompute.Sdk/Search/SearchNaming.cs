namespace ServerlessCompute;

/// <summary>Gives search spaces a name of their own instead of their variable's.</summary>
public static class SearchNaming
{
    /// <summary>The same search space, named: for expressions that are no variable, and against renames.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static T Named<T>(this T space, string name)
        where T : SearchSpace
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return space with { PinnedName = name };
    }
}
