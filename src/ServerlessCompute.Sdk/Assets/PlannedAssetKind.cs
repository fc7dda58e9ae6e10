namespace ServerlessCompute;

/// <summary>What a <see cref="PlannedAsset"/> is.</summary>
public enum PlannedAssetKind
{
    /// <summary>A code folder or file.</summary>
    Code,

    /// <summary>Local data, or a data asset of the workspace.</summary>
    Data,

    /// <summary>A model of the workspace.</summary>
    Model,

    /// <summary>What an environment's image is built from.</summary>
    BuildContext,

    /// <summary>An environment.</summary>
    Environment,

    /// <summary>A component.</summary>
    Component,
}
