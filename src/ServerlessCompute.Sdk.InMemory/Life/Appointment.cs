namespace ServerlessCompute;

/// <summary>One event to come. Whoever made it may cancel it; a cancelled one is dropped without moving the clock.</summary>
internal sealed class Appointment(long due, IEventTarget target, int stage, bool isWork)
{
    /// <summary>UTC ticks.</summary>
    public long Due { get; } = due;

    public IEventTarget Target { get; } = target;

    public int Stage { get; } = stage;

    /// <summary>Whether a job's life depends on it. Deadlines of waits and timers of clients do not: they never keep the service from being idle.</summary>
    public bool IsWork { get; } = isWork;

    public bool IsCancelled { get; set; }

    /// <summary>How many were made before it.</summary>
    public long Order { get; set; }

    /// <summary>By time, then by name, then by the order in which they were made.</summary>
    public bool IsBefore(Appointment other)
    {
        if (Due != other.Due)
        {
            return Due < other.Due;
        }

        int name = string.CompareOrdinal(Target.OrderName, other.Target.OrderName);
        return name == 0 ? Order < other.Order : name < 0;
    }
}
