namespace ServerlessCompute;

/// <summary>A line of YAML.</summary>
internal sealed class YamlLine(int number, int indent, string text)
{
    /// <summary>The number, counted from 0.</summary>
    public int Number { get; } = number;

    /// <summary>The blanks before its first character.</summary>
    public int Indent { get; } = indent;

    public string Text { get; } = text;

    /// <summary>Whether it says nothing: blanks, or a comment.</summary>
    public bool IsEmpty => Indent >= Text.Length || Text[Indent] == '#';

    /// <summary>Whether an item of a list begins in a column.</summary>
    public bool IsItem(int column) => column < Text.Length && Text[column] == '-' && (column + 1 == Text.Length || Text[column + 1] == ' ');
}
