namespace ServerlessCompute;

/// <summary>What a job took of this machine.</summary>
/// <param name="Elapsed">From its first process's start to the end of all.</param>
/// <param name="ProcessorTime">The processor time of all its processes together.</param>
/// <param name="PeakMemory">The most memory in bytes that they held at one moment, or null where that cannot be seen.</param>
internal sealed record ResourceUse(TimeSpan Elapsed, TimeSpan ProcessorTime, long? PeakMemory);
