namespace ServerlessCompute;

/// <summary>A time zone by its Windows or IANA name, and what its changes of the clock do to a trigger.</summary>
internal static class FireZone
{
    /// <summary>The zone, or null for a name that nobody knows.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        if (name.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return TimeZoneInfo.Utc;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone)
            || (WindowsZones.Find(name) is { } iana && TimeZoneInfo.TryFindSystemTimeZoneById(iana, out zone))
            ? zone
            : null;
    }

    /// <summary>
    /// The instant of a time on the zone's clock. One that the clock leaves out in spring is as much later as the clock goes forward; one
    /// that it shows twice in autumn is the first of the two.
    /// </summary>
    public static long ToUtc(TimeZoneInfo zone, DateTime local)
    {
        DateTime plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(plain))
        {
            // The offset from before the change makes of it the time after.
            DateTime before = plain.AddHours(-3);
            return (plain - zone.GetUtcOffset(before)).Ticks;
        }

        TimeSpan offset = zone.IsAmbiguousTime(plain) ? zone.GetAmbiguousTimeOffsets(plain).Max() : zone.GetUtcOffset(plain);
        return (plain - offset).Ticks;
    }

    public static DateTime ToLocal(TimeZoneInfo zone, long utc)
    {
        var time = new DateTime(utc, DateTimeKind.Utc);
        return DateTime.SpecifyKind(time + zone.GetUtcOffset(time), DateTimeKind.Unspecified);
    }
}
