namespace ServerlessCompute;

/// <summary>How <see cref="AssetKind"/> shows in paths and bodies.</summary>
internal static class AssetKinds
{
    /// <summary>The path segment: <c>codes</c>, <c>environments</c>, <c>data</c> …</summary>
    public static string Segment(this AssetKind kind) => kind switch
    {
        AssetKind.Code => "codes",
        AssetKind.Environment => "environments",
        AssetKind.Data => "data",
        AssetKind.Model => "models",
        _ => "components",
    };

    /// <summary>The contract's model of a PUT body.</summary>
    public static string Model(this AssetKind kind) => kind switch
    {
        AssetKind.Code => "CodeVersionResource",
        AssetKind.Environment => "EnvironmentVersionResource",
        AssetKind.Data => "DataVersionBaseResource",
        AssetKind.Model => "ModelVersionResource",
        _ => "ComponentVersionResource",
    };
}
