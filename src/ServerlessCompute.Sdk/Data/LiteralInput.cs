namespace ServerlessCompute;

/// <summary>A value that is put into the command as text.</summary>
public sealed record LiteralInput : Input
{
    /// <summary>The text. It goes into the job's shell as it is.</summary>
    /// <value>Empty, which the service refuses.</value>
    public string Value { get; init; } = "";

    /// <summary>
    /// What was written before it became text, for whoever makes a component's input of it; unset where nobody knows, and for a text.
    /// </summary>
    internal PortType WrittenAs { get; init; }

    internal override Input Plain => this;

    /// <summary>Whether both are the same text; what it was written as does not count, since the service does not keep that.</summary>
    public bool Equals(LiteralInput? other) => ReferenceEquals(this, other) || (base.Equals(other) && Value == other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Value);

    /// <summary>Says that an input was printed where a hole was meant; validation refuses a command that contains it.</summary>
    public override string ToString() => HoleMarker.ForInput($"literal {Value}");
}
