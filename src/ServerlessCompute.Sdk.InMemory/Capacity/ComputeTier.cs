namespace ServerlessCompute;

/// <summary>Which machines a job gets: its own until it is over, or ones that may be taken away.</summary>
internal enum ComputeTier : byte
{
    Dedicated,
    LowPriority,
}
