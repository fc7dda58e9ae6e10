namespace ServerlessCompute;

/// <summary>How features are made of texts. Immutable.</summary>
public sealed record NlpFeaturizationSettings : JobPart
{
    /// <summary>The language of the texts: three letters of ISO 639-3, <c>mul</c> for several.</summary>
    public string? DatasetLanguage { get; init; }
}
