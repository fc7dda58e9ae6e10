namespace ServerlessCompute;

/// <summary>A line that says something.</summary>
/// <param name="Indent">The column at which it begins.</param>
/// <param name="Text">What stands there, up to the line's end; a comment may be behind it.</param>
internal readonly record struct YamlLine(int Indent, string Text)
{
    /// <summary>Whether the line is, or begins with, an item of a sequence.</summary>
    public bool IsItem => Text is "-" || Text.StartsWith("- ", StringComparison.Ordinal);
}
