namespace ServerlessCompute;

/// <summary>Something that came from outside, and where on the engine's way: how many events it had handled, and what its clock showed.</summary>
internal sealed record RecordedEntry(long Steps, long At)
{
    /// <summary>A request and its answer; null for the others.</summary>
    public InMemoryExchange? Exchange { get; set; }

    /// <summary>The number of the entry whose client went away; null for the others.</summary>
    public int? Abandons { get; init; }

    /// <summary>A verb of the service's own surface, with its arguments; null for the others.</summary>
    public IReadOnlyList<string>? Verb { get; init; }
}
