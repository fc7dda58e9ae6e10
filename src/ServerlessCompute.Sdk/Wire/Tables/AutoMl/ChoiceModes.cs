namespace ServerlessCompute;

/// <summary>REST's word for who chooses: <c>Auto</c> or <c>Custom</c>. Another word is kept among the additional properties.</summary>
internal static class ChoiceModes
{
    public const string Key = "mode";

    private const string Auto = "Auto";

    private const string Custom = "Custom";

    public static ValueForm<string> Form { get; } = Forms.Text;

    /// <summary>The word to write; null when one was kept.</summary>
    public static string? Of(JobPart part, bool isCustom) => part.AdditionalProperties.ContainsKey(Key) ? null : isCustom ? Custom : Auto;

    /// <summary>The part with the word that was read, if it is none of the two.</summary>
    public static T Kept<T>(T part, string word)
        where T : JobPart =>
        word.Equals(Auto, StringComparison.OrdinalIgnoreCase) || word.Equals(Custom, StringComparison.OrdinalIgnoreCase)
            ? part
            : part with { AdditionalProperties = part.AdditionalProperties.With(Key, word) };
}
