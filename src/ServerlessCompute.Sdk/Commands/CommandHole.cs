namespace ServerlessCompute;

/// <summary>A place in a command that an input, an output or a search space fills. Exactly one of the three is there.</summary>
/// <param name="Name">The name under which the command refers to it; null when the C# expression gave none.</param>
/// <param name="Expression">The C# expression in the hole, for messages.</param>
/// <param name="Input">What flows in, or null.</param>
/// <param name="Output">What flows out, or null.</param>
/// <param name="Space">What is searched, or null.</param>
internal sealed record CommandHole(string? Name, string Expression, Input? Input = null, Output? Output = null, SearchSpace? Space = null)
{
    /// <summary>The part of a reference before its dot.</summary>
    public string Scope => Input is not null ? "inputs" : Output is not null ? "outputs" : "search_space";

    /// <summary>Whether both holes hold the very same object.</summary>
    public bool IsSameObject(CommandHole other) =>
        ReferenceEquals(Input, other.Input) && ReferenceEquals(Output, other.Output) && ReferenceEquals(Space, other.Space);
}
