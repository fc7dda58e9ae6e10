namespace ServerlessCompute;

/// <summary>A word of the service that may gain values: a struct with known values, equal ignoring case, whose default is unset.</summary>
internal interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    string? Value { get; }

    static abstract ReadOnlySpan<string> KnownValues { get; }

    static abstract TSelf Create(string value);

    /// <summary>The C# name of a known word, spelled as the service spells it; null for any other.</summary>
    static abstract string? MemberName(string word);
}
