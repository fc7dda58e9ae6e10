namespace ServerlessCompute;

/// <summary>What kind of value a member holds.</summary>
internal enum ContractType : byte
{
    Any,
    Text,
    Integer,
    Long,
    Number,
    Boolean,
    Duration,
    Uuid,

    /// <summary>A word of an enum.</summary>
    Word,

    /// <summary>An object of a model or of a switch between models.</summary>
    Model,

    Map,
    List,
}
