namespace ServerlessCompute;

/// <summary>What the in-memory service accepts beyond the contract's letter.</summary>
public enum Strictness
{
    /// <summary>What the real service was recorded to accept: unknown members, words of open sets in any case, numbers where texts are due.</summary>
    AsRecorded,

    /// <summary>Nothing: each member that the contract of the asked api-version does not know and each value out of form is refused and named.</summary>
    Contract,
}
