namespace ServerlessCompute;

/// <summary>What one case of a fuzz run may take.</summary>
/// <param name="Time">How long; a case that takes longer is tried again before it counts, since machines pause.</param>
/// <param name="Hang">After which time a case is given up.</param>
/// <param name="Bytes">How much it may allocate.</param>
internal sealed record FuzzLimits(TimeSpan Time, TimeSpan Hang, long Bytes)
{
    /// <summary>What bad input may cost a program: a second, a gigabyte.</summary>
    public static FuzzLimits OfBadInput { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), 1L << 30);
}
