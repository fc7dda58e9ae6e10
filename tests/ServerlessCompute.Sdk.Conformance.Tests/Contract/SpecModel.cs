namespace ServerlessCompute;

/// <summary>One model of the contract.</summary>
internal sealed record SpecModel(string Name, IReadOnlyList<SpecMember> Members)
{
    /// <summary>The member whose word says which other model this is.</summary>
    public string? Discriminator { get; init; }

    public IReadOnlyList<SpecChoice> Choices { get; init; } = [];
}
