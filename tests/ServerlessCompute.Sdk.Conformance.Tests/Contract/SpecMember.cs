using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>One member of a model, and what goes for it.</summary>
internal sealed record SpecMember(string Name, SpecShape Shape)
{
    public bool IsRequired { get; init; }

    public bool MayBeNull { get; init; }

    public bool IsReadOnly { get; init; }

    /// <summary>The versions that know the member; none stands for all.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    public Regex? Pattern { get; init; }

    public bool IsIn(string version) => Versions.Count == 0 || Versions.Contains(version);

    public static SpecMember Parse(string line)
    {
        string[] parts = line.Trim().Split(" ~", 2);
        string[] words = parts[0].Split(' ');
        return new SpecMember(words[0], SpecShape.Parse(words[1]))
        {
            IsRequired = words.Contains("required"),
            MayBeNull = words.Contains("null"),
            IsReadOnly = words.Contains("readonly"),
            Versions = words.FirstOrDefault(word => word.StartsWith('@'))?[1..].Split(',') ?? [],
            Pattern = parts.Length == 2 ? new Regex(parts[1], RegexOptions.CultureInvariant) : null,
        };
    }
}
