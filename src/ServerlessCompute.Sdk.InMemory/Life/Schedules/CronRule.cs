namespace ServerlessCompute;

/// <summary>Fires at the minutes that a cron expression names, on the clock of its zone.</summary>
internal sealed class CronRule(CronText cron) : FireRule
{
    // Days and months never matter, so whatever comes at all comes within a week, but for the change of the clock.
    private const int MostMinutes = 15 * 24 * 60;

    protected override long? FindNext(long after, long created)
    {
        long second = cron.Second * TimeSpan.TicksPerSecond;
        long minute = ((after - second) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute) + second;
        for (int i = 0; i <= MostMinutes; i++, minute += TimeSpan.TicksPerMinute)
        {
            if (minute > after && Fires(minute))
            {
                return minute;
            }
        }

        return null;
    }

    private bool Fires(long utc)
    {
        DateTime local = FireZone.ToLocal(Zone, utc);
        if (!cron.NamesHours || !Zone.SupportsDaylightSavingTime)
        {
            return cron.Matches(local);
        }

        // Of two equal times in autumn the first counts; a time that spring leaves out comes as much later as the clock went forward.
        return cron.Matches(local) ? FireZone.ToUtc(Zone, local) == utc : IsLeftOut(utc, local);
    }

    private bool IsLeftOut(long utc, DateTime local)
    {
        TimeSpan before = Zone.GetUtcOffset(new DateTime(utc, DateTimeKind.Utc).AddHours(-3));
        TimeSpan shift = local - (new DateTime(utc) + before);
        return shift > TimeSpan.Zero && Zone.IsInvalidTime(local - shift) && cron.Matches(local - shift);
    }
}
