namespace ServerlessCompute;

/// <summary>YAML that cannot be read.</summary>
internal sealed class YamlMistakeException(int line, int column, string message) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
