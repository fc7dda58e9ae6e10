namespace ServerlessCompute;

/// <summary>Something in a body that the contract does not have.</summary>
/// <param name="Kind">The rule that it breaks.</param>
/// <param name="Path">Where it stands, as <c>properties.inputs.data.uri</c>.</param>
/// <param name="Found">The name or value that is wrong.</param>
/// <param name="Message">What the contract says.</param>
internal sealed record SpecProblem(SpecProblemKind Kind, string Path, string Found, string Message)
{
    public override string ToString() => $"{Kind} at {Path}: {Found} ({Message})";
}
