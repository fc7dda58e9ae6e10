namespace ServerlessCompute;

/// <summary>What a search compares.</summary>
internal enum MlflowField
{
    Attribute,
    Metric,
    Param,
    Tag,
}
