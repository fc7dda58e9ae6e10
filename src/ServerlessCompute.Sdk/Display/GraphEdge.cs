namespace ServerlessCompute;

/// <summary>An arrow of a graph.</summary>
/// <param name="From">The index of the node that it leaves.</param>
/// <param name="To">The index of the node that it leads to.</param>
/// <param name="IsControl">Whether it says what runs, not what data goes where.</param>
internal readonly record struct GraphEdge(int From, int To, bool IsControl);
