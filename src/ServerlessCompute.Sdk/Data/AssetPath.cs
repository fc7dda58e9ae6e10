namespace ServerlessCompute;

/// <summary>
/// Where data, code or a model is: a local path, an address, or a reference to a registered asset. Made from a string by itself.
/// Immutable; two paths are equal when their text is, whatever their base folder.
/// </summary>
public sealed record AssetPath
{
    /// <summary>Takes the text as it is.</summary>
    /// <exception cref="ArgumentException">The text is empty or white space.</exception>
    public AssetPath(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        Text = text;
    }

    /// <summary>The path, address or reference as it was written.</summary>
    public string Text { get; }

    /// <summary>The folder that a relative local path starts from.</summary>
    /// <value>Null: the folder that the submission names, by default the current one.</value>
    public string? BaseFolder { get; init; }

    /// <summary>What the text points to; told from its form alone, no file is looked at.</summary>
    public AssetPathKind Kind => Classify(Text);

    /// <summary>Whether this is a file or folder of this machine.</summary>
    public bool IsLocal => Kind == AssetPathKind.Local;

    /// <summary>Takes the text as it is.</summary>
    public static implicit operator AssetPath(string text) => new(text);

    /// <summary>The absolute path of a local file or folder.</summary>
    /// <param name="defaultFolder">Where a relative path starts when it names no base folder of its own.</param>
    /// <exception cref="InvalidOperationException">The path is not local.</exception>
    public string ToAbsolute(string defaultFolder)
    {
        if (!IsLocal)
        {
            throw new InvalidOperationException($"'{Text}' is not a path of this machine.");
        }

        string path = Text.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(Text, UriKind.Absolute, out Uri? uri)
            ? uri.LocalPath
            : Text;
        return Path.GetFullPath(path, Path.GetFullPath(BaseFolder ?? defaultFolder));
    }

    /// <inheritdoc/>
    public bool Equals(AssetPath? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text as it was written.</summary>
    public override string ToString() => Text;

    private static AssetPathKind Classify(string text)
    {
        if (text.Contains("${{", StringComparison.Ordinal))
        {
            return AssetPathKind.Binding;
        }

        if (text.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("azureml:/subscriptions/", StringComparison.OrdinalIgnoreCase))
        {
            return AssetPathKind.ResourceId;
        }

        if (text.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || Path.IsPathRooted(text) || HasDriveLetter(text))
        {
            return AssetPathKind.Local;
        }

        if (text.Contains("://", StringComparison.Ordinal))
        {
            return AssetPathKind.Uri;
        }

        bool isReference = text.StartsWith("azureml:", StringComparison.OrdinalIgnoreCase)
            || (text.AsSpan().IndexOfAny(':', '@') > 0 && text.AsSpan().IndexOfAny('/', '\\') < 0);
        return isReference ? AssetPathKind.AssetReference : AssetPathKind.Local;
    }

    private static bool HasDriveLetter(string text) =>
        text.Length > 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] is '\\' or '/';
}
