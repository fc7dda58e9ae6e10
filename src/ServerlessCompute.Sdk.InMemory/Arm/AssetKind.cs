namespace ServerlessCompute;

/// <summary>The kinds of registered assets.</summary>
internal enum AssetKind
{
    Code,
    Environment,
    Data,
    Model,
    Component,
}
