namespace ServerlessCompute;

/// <summary>How a noun is spelled outside C#.</summary>
internal enum Dialect
{
    /// <summary>The REST contract: camelCase, words in PascalCase, durations in ISO 8601.</summary>
    Rest,

    /// <summary>The steps of a pipeline and the specifications of components, which the contract leaves open: snake_case.</summary>
    Step,

    /// <summary>What people write by hand: snake_case, with short forms, in any case, with durations in seconds.</summary>
    Yaml,
}
