namespace ServerlessCompute;

/// <summary>A word of the service that may gain values: a struct with known values, equal ignoring case, whose default is unset.</summary>
internal interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    string? Value { get; }

    static abstract ReadOnlySpan<string> KnownValues { get; }

    static abstract TSelf Create(string value);
}
