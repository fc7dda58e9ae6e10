namespace ServerlessCompute;

/// <summary>What became of a YAML file: a class, or what is wrong. Equal when it is the same text, so that nothing behind it runs again.</summary>
internal sealed class ComponentOutcome(string className, string source, IReadOnlyList<ComponentMistake> mistakes) : IEquatable<ComponentOutcome>
{
    /// <summary>The name of the class; empty when there is none.</summary>
    public string ClassName { get; } = className;

    public string Source { get; } = source;

    public IReadOnlyList<ComponentMistake> Mistakes { get; } = mistakes;

    public bool Equals(ComponentOutcome? other) => other is not null && ClassName == other.ClassName && Source == other.Source && Mistakes.SequenceEqual(other.Mistakes);

    public override bool Equals(object? obj) => Equals(obj as ComponentOutcome);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Source);
}
