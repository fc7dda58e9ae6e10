namespace ServerlessCompute;

/// <summary>How time passes in an <see cref="InMemoryServerless"/>.</summary>
public enum InMemoryClock
{
    /// <summary>
    /// Time stands still while anybody does anything, and skips to the next event as soon as everybody only waits: ten hours of training
    /// take milliseconds. While a local process or a delegate that awaits something of its own is running, time passes as on the wall.
    /// </summary>
    Virtual,

    /// <summary>Time passes only in <see cref="InMemoryServerless.Advance"/> and <see cref="InMemoryServerless.RunUntilIdleAsync"/>.</summary>
    Manual,

    /// <summary>Time is the host's.</summary>
    Real,
}
