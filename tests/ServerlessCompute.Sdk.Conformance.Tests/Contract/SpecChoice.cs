namespace ServerlessCompute;

/// <summary>A word that decides for a model; null for one that is not looked into.</summary>
internal sealed record SpecChoice(string Word, string? Model, IReadOnlyList<string> Versions)
{
    public bool IsIn(string version) => Versions.Count == 0 || Versions.Contains(version);

    public static SpecChoice Parse(string text)
    {
        string[] parts = text.Split('=', '@');
        return new SpecChoice(parts[0], parts[1] == "-" ? null : parts[1], parts.Length == 3 ? parts[2].Split(',') : []);
    }
}
