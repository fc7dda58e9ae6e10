namespace ServerlessCompute;

/// <summary>A snapshot of code. Immutable.</summary>
public sealed record CodeAsset : RegisteredAsset
{
    /// <summary>The web address of the folder that it is in.</summary>
    public string? Address { get; init; }

    /// <summary>The hash of its content, by which clients find it instead of uploading the same again.</summary>
    /// <value>Null where its maker did not say.</value>
    public string? Hash => Properties.TryGetValue("hash_sha256", out string? hash) ? hash : null;

    internal override string Collection => "codes";

    /// <summary>Name, version and place.</summary>
    public override string ToString() => $"{Name}:{Version} ({Address})";
}
