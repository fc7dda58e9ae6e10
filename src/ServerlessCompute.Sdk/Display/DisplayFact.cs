namespace ServerlessCompute;

/// <summary>Something that is told about a thing.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">How it is, without what must not be shown.</param>
/// <param name="IsCode">Whether it is shown as it was typed, line by line.</param>
internal readonly record struct DisplayFact(string Name, string Value, bool IsCode = false);
