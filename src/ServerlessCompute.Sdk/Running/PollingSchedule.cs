namespace ServerlessCompute;

/// <summary>
/// How long to wait between two looks at a job, for a service that answers at once: two seconds at first, longer while nothing
/// happens, half a minute at most.
/// </summary>
internal struct PollingSchedule
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    private TimeSpan _next;

    public TimeSpan Next(bool somethingHappened)
    {
        TimeSpan now = somethingHappened || _next == TimeSpan.Zero ? _first : _next;
        _next = TimeSpan.FromTicks(Math.Min((long)(now.Ticks * 1.5), _longest.Ticks));
        return now;
    }
}
