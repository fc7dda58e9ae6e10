namespace ServerlessCompute;

/// <summary>A registered asset as people write it: <c>name:version</c> or <c>name@latest</c>, with or without <c>azureml:</c> before it.</summary>
/// <param name="Name">The asset's name.</param>
/// <param name="Version">Its version; null when a label stands in its place.</param>
internal readonly record struct AssetName(string Name, string? Version)
{
    private const string Prefix = "azureml:";

    /// <summary>The text without the prefix that marks references and ids in YAML.</summary>
    public static string WithoutPrefix(string text) =>
        text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !text.StartsWith(Prefix + "//", StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;

    /// <param name="reference">What the job says.</param>
    /// <param name="what">The kind of asset, for the error.</param>
    /// <exception cref="JobAssetException">There is no version, or a label other than <c>latest</c>.</exception>
    public static AssetName Parse(string reference, string what)
    {
        string text = WithoutPrefix(reference);
        int at = text.LastIndexOf('@');
        if (at >= 0)
        {
            return text[(at + 1)..] == "latest" && at > 0
                ? new AssetName(text[..at], Version: null)
                : throw new JobAssetException($"The {what} '{reference}' has a label that the service does not know. Write {text[..Math.Max(at, 0)]}@latest, or a version: name:version.");
        }

        int colon = text.LastIndexOf(':');
        return colon > 0 && colon < text.Length - 1
            ? new AssetName(text[..colon], text[(colon + 1)..])
            : throw new JobAssetException($"The {what} '{reference}' names no version. Write {text.TrimEnd(':')}:1 or {text.TrimEnd(':')}@latest.");
    }
}
