namespace ServerlessCompute;

/// <summary>Something that a search looks at: a run or an experiment.</summary>
internal interface IMlflowSubject
{
    /// <summary>The number that the key names, or null.</summary>
    double? Number(MlflowKey key);

    /// <summary>The text that the key names, or null.</summary>
    string? Text(MlflowKey key);
}
