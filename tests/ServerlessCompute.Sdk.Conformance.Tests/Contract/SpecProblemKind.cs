namespace ServerlessCompute;

/// <summary>The ways in which a body can be beside its contract.</summary>
internal enum SpecProblemKind
{
    WrongType,
    MissingMember,
    UnknownMember,
    UnknownWord,
    Pattern,
    NullValue,
    ReadOnlyMember,
    UnknownRoute,
}
