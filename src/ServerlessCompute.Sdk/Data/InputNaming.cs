namespace ServerlessCompute;

/// <summary>Gives inputs and outputs a name of their own instead of their variable's.</summary>
public static class InputNaming
{
    /// <summary>The same input, named: for expressions that are no variable, and against renames.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static T Named<T>(this T input, string name)
        where T : Input
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return input with { PinnedName = name };
    }

    /// <summary>The same output, named: for expressions that are no variable, and against renames.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Output Named(this Output output, string name)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return output with { PinnedName = name };
    }
}
