namespace ServerlessCompute;

/// <summary>A member of a model.</summary>
internal sealed class ContractMember
{
    public required string Name { get; init; }

    public required byte[] Utf8Name { get; init; }

    public required ContractShape Shape { get; init; }

    public bool IsRequired { get; init; }

    public bool MayBeNull { get; init; }

    /// <summary>Set by the service: what clients send for it is passed over.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Must hold at least one letter, digit or underscore.</summary>
    public bool IsNonblank { get; init; }

    /// <summary>A number with one of the letters b, k, m, g behind it.</summary>
    public bool IsSize { get; init; }

    /// <summary>The service's default as JSON, or null when it has none.</summary>
    public byte[]? Default { get; init; }

    /// <summary>The api-versions that know it, or None for all.</summary>
    public JobMembers Since { get; init; }
}
