namespace ServerlessCompute;

/// <summary>Makes <see cref="ValueMap{T}"/> values.</summary>
public static class ValueMap
{
    /// <summary>Makes a map; the compiler calls this for collection expressions.</summary>
    /// <exception cref="ArgumentException">A name is there twice.</exception>
    public static ValueMap<T> Create<T>(ReadOnlySpan<KeyValuePair<string, T>> entries) =>
        entries.IsEmpty ? ValueMap<T>.Empty : new ValueMap<T>(entries.ToArray());

    /// <summary>Makes a map of what a sequence holds now.</summary>
    /// <exception cref="ArgumentException">A name is there twice.</exception>
    public static ValueMap<T> From<T>(IEnumerable<KeyValuePair<string, T>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries as ValueMap<T> ?? Create<T>(entries.ToArray());
    }
}
