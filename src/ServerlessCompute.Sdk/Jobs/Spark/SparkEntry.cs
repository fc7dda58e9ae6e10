namespace ServerlessCompute;

/// <summary>Where a Spark application begins. Immutable.</summary>
public abstract record SparkEntry : JobPart
{
    private protected SparkEntry()
    {
    }

    /// <summary>The contract's word for this kind. Closes the hierarchy, too.</summary>
    internal abstract string Kind { get; }

    /// <summary>A Python file, by its path within the code folder.</summary>
    public static implicit operator SparkEntry(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new SparkPythonEntry { File = file };
    }
}
