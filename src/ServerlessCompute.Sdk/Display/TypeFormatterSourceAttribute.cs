namespace ServerlessCompute;

/// <summary>
/// Says that notebooks show a type in a form of its own. .NET Interactive knows this attribute by its name, asks it for these two properties,
/// makes the type that the first one names, and takes what its <c>CreateTypeFormatters</c> gives.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute : Attribute
{
    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = typeof(NotebookFormatters);

    /// <summary>The forms that a notebook keeps of a value.</summary>
    public string[] PreferredMimeTypes { get; } = [NotebookFormatter.Html, NotebookFormatter.Text];
}
