namespace ServerlessCompute;

/// <summary>The components that steps name, each specification read once. Under the engine's lock.</summary>
internal sealed class ComponentCatalogue(AssetStore assets)
{
    private readonly Dictionary<string, (long Version, ComponentFacts Facts)> _known = new(StringComparer.Ordinal);

    /// <summary>The component of an id, or null when this workspace has none of that id.</summary>
    public ComponentFacts? Find(string id)
    {
        if (Asset(id) is not { } asset)
        {
            return id.StartsWith("azureml://registries/", StringComparison.OrdinalIgnoreCase) ? ComponentFacts.Foreign(id) : null;
        }

        if (!_known.TryGetValue(id, out (long Version, ComponentFacts Facts) known) || known.Version != asset.ModifiedAt)
        {
            ReadOnlySpan<byte> spec = JsonScan.Value(asset.Properties, "componentSpec"u8);
            _known[id] = known = (asset.ModifiedAt, ComponentFacts.Read(id, JsonScan.IsNullOrAbsent(spec) ? "{}"u8 : spec));
        }

        return known.Facts;
    }

    private AssetVersion? Asset(string id)
    {
        if (AssetId.TryParse(id, AssetKind.Component, out string name, out string version))
        {
            return version == "azureml_default" ? assets.Newest(AssetKind.Component, name) : assets.Find(AssetKind.Component, name, version);
        }

        // …/components/{name}/labels/{label}: every label names the newest.
        string[] parts = id.Split('/');
        int at = Array.FindLastIndex(parts, static p => p.Equals("components", StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 3 == parts.Length - 1 && parts[at + 2] == "labels" ? assets.Newest(AssetKind.Component, parts[at + 1]) : null;
    }
}
