namespace ServerlessCompute;

/// <summary>A text that is no YAML, or more of it than is read. Never leaves this library: it becomes a problem among others.</summary>
internal sealed class YamlSyntaxException(TreePlace place, string message, string fix, Exception? innerException = null) : Exception(message, innerException)
{
    public TreePlace Place { get; } = place;

    public string Fix { get; } = fix;
}
