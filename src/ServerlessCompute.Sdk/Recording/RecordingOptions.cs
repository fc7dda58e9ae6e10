namespace ServerlessCompute;

/// <summary>How traffic is kept. Immutable.</summary>
public sealed record RecordingOptions
{
    /// <summary>
    /// Texts that must not be kept, each with what stands in its place: names of people, internal hosts. Replaced wherever they stand, ignoring
    /// case, on top of what is always replaced: tokens, keys, signatures, and the workspace's names.
    /// </summary>
    /// <value>Empty.</value>
    public ValueMap<string> Replacements { get; init; } = ValueMap<string>.Empty;

    /// <summary>Whether subscription, resource group and workspace are replaced by <c>000…</c>, <c>resource-group</c> and <c>workspace</c>.</summary>
    /// <value>True.</value>
    public bool HideWorkspace { get; init; } = true;

    /// <summary>The largest body that is kept, in bytes; of a larger one only the size is.</summary>
    /// <value>16 MiB.</value>
    public int MaxBodyBytes { get; init; } = 16 << 20;
}
