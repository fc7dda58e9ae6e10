namespace ServerlessCompute;

/// <summary>The contract's words for a job's tier.</summary>
internal static class JobTierWords
{
    private static readonly string[] Words = ["Null", "Spot", "Basic", "Standard", "Premium"];

    /// <summary>The word in the contract's case; the default for none; another word as it is.</summary>
    public static string Canonical(string? word) =>
        word is null ? "Null" : Array.Find(Words, w => w.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? word;
}
