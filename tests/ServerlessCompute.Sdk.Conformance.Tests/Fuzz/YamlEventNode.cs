namespace ServerlessCompute;

/// <summary>A node among the events of a document.</summary>
/// <param name="Start">Its first event.</param>
/// <param name="End">The event behind its last.</param>
/// <param name="IsKey">Whether it is the key of an entry.</param>
/// <param name="Key">For the value of an entry, where its key begins; else negative.</param>
internal readonly record struct YamlEventNode(int Start, int End, bool IsKey, int Key);
