namespace ServerlessCompute;

/// <summary>A value that is put into the command as text.</summary>
public sealed record LiteralInput : Input
{
    /// <summary>The text. It goes into the job's shell as it is.</summary>
    /// <value>Empty, which the service refuses.</value>
    public string Value { get; init; } = "";

    internal override Input Plain => this;

    /// <summary>Says that an input was printed where a hole was meant; validation refuses a command that contains it.</summary>
    public override string ToString() => HoleMarker.ForInput($"literal {Value}");
}
