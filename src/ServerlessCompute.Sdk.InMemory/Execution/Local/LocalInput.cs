namespace ServerlessCompute;

/// <summary>An input as the job names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in the contract's words, for example <c>uri_folder</c>.</param>
/// <param name="Value">The literal, or the data's URI.</param>
/// <param name="IsDirect">Whether the command gets the URI itself.</param>
internal sealed record LocalInput(string Name, string Type, string Value, bool IsDirect)
{
    public bool IsLiteral => string.Equals(Type, "literal", StringComparison.OrdinalIgnoreCase);

    public bool IsFile => string.Equals(Type, "uri_file", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether only a folder will do; a model may be either.</summary>
    public bool IsFolder => string.Equals(Type, "uri_folder", StringComparison.OrdinalIgnoreCase) || string.Equals(Type, "mltable", StringComparison.OrdinalIgnoreCase);
}
