namespace ServerlessCompute;

/// <summary>A transformer of columns, with its parameters. Immutable.</summary>
public sealed record ColumnTransformer : JobPart
{
    /// <summary>The columns that it is for.</summary>
    public ValueList<string> Fields { get; init; } = ValueList<string>.Empty;

    /// <summary>Its parameters: texts and numbers.</summary>
    public ValueMap<RawJson> Parameters { get; init; } = ValueMap<RawJson>.Empty;
}
