namespace ServerlessCompute;

/// <summary>What goes into a step: a literal's text, or data.</summary>
/// <param name="Type"><c>literal</c>, <c>uri_folder</c> …</param>
/// <param name="Value">The text or the URI.</param>
/// <param name="Mode">How data is brought to the machine, or null for the default.</param>
internal sealed record StepValue(string Type, string Value, string? Mode = null)
{
    public bool IsLiteral => Type == "literal";
}
