namespace ServerlessCompute;

/// <summary>What a setting of a model is, which decides how its values are written as text.</summary>
internal enum TuningKind
{
    Text,
    Word,
    Integer,
    Number,
    Flag,
}
