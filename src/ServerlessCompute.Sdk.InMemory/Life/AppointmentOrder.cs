namespace ServerlessCompute;

/// <summary>By time, then by name, then by the order in which they were made.</summary>
#pragma warning disable MA0097 // Only the queue compares.
internal readonly record struct AppointmentOrder(long Due, string Name, long Sequence) : IComparable<AppointmentOrder>
#pragma warning restore MA0097
{
    public int CompareTo(AppointmentOrder other)
    {
        int order = Due.CompareTo(other.Due);
        if (order == 0)
        {
            order = string.CompareOrdinal(Name, other.Name);
        }

        return order == 0 ? Sequence.CompareTo(other.Sequence) : order;
    }
}
