namespace ServerlessCompute;

/// <summary>What a scalar of a tree is.</summary>
internal enum ScalarKind
{
    /// <summary>Nothing: JSON's and YAML's <c>null</c>.</summary>
    Null,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A truth value.</summary>
    Flag,

    /// <summary>A whole number of any size.</summary>
    Integer,

    /// <summary>A number with a point or an exponent.</summary>
    Number,

    /// <summary>A date or a time, which YAML 1.1 makes of texts that look like one.</summary>
    Date,
}
