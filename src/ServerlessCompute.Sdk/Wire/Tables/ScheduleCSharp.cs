namespace ServerlessCompute;

/// <summary>Schedules as C#: begun with what they mostly are, <c>Schedule.Cron(…)</c> and <c>Schedule.Every(…)</c>, and then verb by verb.</summary>
internal static class ScheduleCSharp
{
    private static readonly string[] _said = [nameof(Schedule.Trigger), nameof(Schedule.Action)];

    public static void Write(CSharpText text, Schedule schedule)
    {
        bool isStarted = Starts(text, schedule);
        text.Chain(ScheduleTables.Schedule.CSharpMembers(schedule)
            .Where(member => !isStarted || !_said.Contains(member.Key, StringComparer.Ordinal))
            .Concat(isStarted ? Clock(schedule.Trigger!) : [])
            .Select(member => CSharpText.Of(verb => verb.Call($"With{member.Key}", CSharpText.Of(member.Value)))));
    }

    private static bool Starts(CSharpText text, Schedule schedule)
    {
        if (schedule is { Action: CreateJobAction { Job: { } job, AdditionalProperties.Count: 0 }, Trigger: { AdditionalProperties.Count: 0 } trigger } && !ScheduledJobForm.IsLikeAnother(job))
        {
            string jobText = CSharpText.Of(inner => ScheduleTables.Job.WriteCSharp(inner, job));
            switch (trigger)
            {
                case CronTrigger cron:
                    text.Call("Schedule.Cron", CSharpText.Of(inner => inner.Text(cron.Expression)), jobText);
                    return true;
                case RecurrenceTrigger recurrence:
                    text.Call("Schedule.Every", [.. Recurrence(recurrence, jobText)]);
                    return true;
            }
        }

        text.Append("new Schedule()");
        return false;
    }

    private static IEnumerable<string> Recurrence(RecurrenceTrigger trigger, string job)
    {
        yield return CSharpText.Of(text => Forms.Integer.WriteCSharp(text, trigger.Interval));
        yield return CSharpText.Of(text => ScheduleTables.Frequency.WriteCSharp(text, trigger.Frequency));
        yield return job;
        if (trigger.Pattern is { } pattern)
        {
            yield return CSharpText.Of(text => ScheduleTables.Pattern.WriteCSharp(text, pattern));
        }
    }

    private static IEnumerable<KeyValuePair<string, Action<CSharpText>>> Clock(ScheduleTrigger trigger)
    {
        if (trigger.TimeZone != new CronTrigger().TimeZone)
        {
            yield return new(nameof(ScheduleTrigger.TimeZone), text => text.Text(trigger.TimeZone));
        }

        foreach ((string name, DateTime? time) in new[] { (nameof(ScheduleTrigger.StartTime), trigger.StartTime), (nameof(ScheduleTrigger.EndTime), trigger.EndTime) })
        {
            if (time is { } given)
            {
                yield return new(name, text => ScheduleTables.Time.WriteCSharp(text, given));
            }
        }
    }
}
