namespace ServerlessCompute;

/// <summary>An entry of a map.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">What it stands for.</param>
/// <param name="NamePlace">Where the key stands in its document.</param>
internal readonly record struct TreeEntry(string Name, Tree Value, TreePlace NamePlace = default);
