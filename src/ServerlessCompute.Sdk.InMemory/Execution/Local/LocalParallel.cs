namespace ServerlessCompute;

/// <summary>A parallel step's work, as a local run does it.</summary>
/// <param name="EntryScript">The file with <c>init</c> and <c>run</c>, below the code folder.</param>
/// <param name="Arguments">The entry script's arguments, their holes not filled in.</param>
/// <param name="Work">The mini-batches.</param>
/// <param name="AppendsToFile">Whether the output of the returned rows is a single file.</param>
internal sealed record LocalParallel(string EntryScript, string Arguments, ParallelWork Work, bool AppendsToFile);
