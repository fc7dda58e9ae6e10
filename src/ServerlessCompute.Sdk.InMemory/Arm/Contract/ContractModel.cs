namespace ServerlessCompute;

/// <summary>An object's members, or a switch between models by one member.</summary>
internal sealed class ContractModel
{
    public required string Name { get; init; }

    public IReadOnlyList<ContractMember> Members { get; init; } = [];

    /// <summary>The member that decides, or null for a plain model.</summary>
    public string? Discriminator { get; init; }

    /// <summary>What the deciding member may say; the model is null for what is not looked into.</summary>
    public IReadOnlyList<ContractChoice> Choices { get; init; } = [];
}
