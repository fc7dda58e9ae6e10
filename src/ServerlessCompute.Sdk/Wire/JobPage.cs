namespace ServerlessCompute;

/// <summary>One page of a list of jobs.</summary>
/// <param name="Jobs">The page's jobs; one that cannot be read is an <see cref="UnknownJob"/> with what it said.</param>
/// <param name="NextLink">Where the next page is, to be followed letter by letter; null on the last one.</param>
internal sealed record JobPage(ValueList<Job> Jobs, string? NextLink);
