namespace ServerlessCompute;

/// <summary>A registered asset as people write it: <c>name:version</c> or <c>name@label</c>, either with <c>azureml:</c> before it.</summary>
internal readonly record struct AssetName(string Name, string? Version, string? Label)
{
    public const string Prefix = "azureml:";
    public const string Latest = "latest";

    public static AssetName Parse(string text)
    {
        string bare = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;
        int at = bare.AsSpan().IndexOfAny(':', '@');
        if (at < 0)
        {
            return new AssetName(bare, null, null);
        }

        return bare[at] == ':' ? new AssetName(bare[..at], bare[(at + 1)..], null) : new AssetName(bare[..at], null, bare[(at + 1)..]);
    }
}
