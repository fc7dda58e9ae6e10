namespace ServerlessCompute;

/// <summary>Makes the formatters of all types that say so. Made by .NET Interactive.</summary>
internal sealed class NotebookFormatters
{
    private readonly NotebookFormatter[] _formatters = [new(NotebookFormatter.Html), new(NotebookFormatter.Text)];

    /// <summary>One for each form.</summary>
    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
