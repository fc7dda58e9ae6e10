namespace ServerlessCompute;

/// <summary>One version of a registered asset. Immutable: an update makes a new one.</summary>
internal sealed record AssetVersion
{
    public required AssetKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>The <c>properties</c> as the service answers them.</summary>
    public required byte[] Properties { get; init; }

    public required long CreatedAt { get; init; }

    public required long ModifiedAt { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>Its place among all assets in the order of their making.</summary>
    public long Number { get; init; }

    /// <summary>The text of a member of <see cref="Properties"/>, or null.</summary>
    public string? Text(ReadOnlySpan<byte> member) => JsonScan.Text(JsonScan.Value(Properties, member));
}
