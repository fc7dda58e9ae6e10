namespace ServerlessCompute;

/// <summary>How features are made of a table's columns. Immutable.</summary>
public sealed record TabularFeaturizationSettings : JobPart
{
    /// <summary>Who decides; the other settings count with <see cref="FeaturizationMode.Custom"/> alone.</summary>
    /// <value><see cref="FeaturizationMode.Auto"/>.</value>
    public FeaturizationMode Mode { get; init; } = FeaturizationMode.Auto;

    /// <summary>Ways to make features that are not used.</summary>
    public ValueList<BlockedTransformer> BlockedTransformers { get; init; } = ValueList<BlockedTransformer>.Empty;

    /// <summary>What columns are, by their name: <c>Numeric</c>, <c>Categorical</c>, <c>DateTime</c>, <c>Text</c> and so on.</summary>
    public ValueMap<string> ColumnNameAndTypes { get; init; } = ValueMap<string>.Empty;

    /// <summary>Transformers with parameters of your own, by the name of the transformer: <c>Imputer</c>, <c>TfIdf</c> or <c>HashOneHotEncoder</c>.</summary>
    public ValueMap<ValueList<ColumnTransformer>> TransformerParams { get; init; } = ValueMap<ValueList<ColumnTransformer>>.Empty;

    /// <summary>The language of the table's texts: three letters of ISO 639-3, <c>mul</c> for several.</summary>
    public string? DatasetLanguage { get; init; }

    /// <summary>Whether neural networks make features.</summary>
    /// <value>Null: the service takes false.</value>
    public bool? EnableDnnFeaturization { get; init; }
}
