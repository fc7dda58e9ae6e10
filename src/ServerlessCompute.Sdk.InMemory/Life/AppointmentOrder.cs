namespace ServerlessCompute;

/// <summary>By time, then by name, then by the order in which they were made.</summary>
internal readonly record struct AppointmentOrder(long Due, string Name, long Sequence) : IComparable<AppointmentOrder>
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
