using System.Globalization;

namespace ServerlessCompute;

/// <summary>The workspace's schedules, and what happens when one fires: a job is made, as if somebody had sent it. Under the engine's lock.</summary>
internal sealed class ScheduleBook(Pacemaker pacemaker)
{
    private readonly OrderedDictionary<string, ScheduleRecord> _byName = new(StringComparer.Ordinal);
    private int _made;

    /// <summary>Makes the job of a schedule: its name, its body, the schedule's name. Whoever takes in jobs sets it.</summary>
    public Action<string, byte[], string>? Submit { get; set; }

    public IEnumerable<ScheduleRecord> All => _byName.Values;

    public ScheduleRecord? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Makes a schedule, or puts another body in its place; either way it fires from now on as the body says.</summary>
    public ScheduleRecord Put(string name, byte[] body, FireRule rule)
    {
        long now = pacemaker.Instant();
        bool enabled = !JsonScan.Value(body, "isEnabled"u8).SequenceEqual("false"u8);
        if (!_byName.TryGetValue(name, out ScheduleRecord? schedule))
        {
            schedule = new ScheduleRecord(this, name) { Body = body, Rule = rule, IsEnabled = enabled, CreatedAt = now };
            _byName.Add(name, schedule);
        }

        pacemaker.Cancel(schedule.Next);
        (schedule.Body, schedule.Rule, schedule.IsEnabled, schedule.ModifiedAt) = (body, rule, enabled, now);
        Arm(schedule, schedule.CreatedAt == now ? now - 1 : now);
        return schedule;
    }

    public void Remove(ScheduleRecord schedule)
    {
        pacemaker.Cancel(schedule.Next);
        _byName.Remove(schedule.Name);
    }

    /// <summary>It is time: makes the job, and looks when the next one is due.</summary>
    public void Fire(ScheduleRecord schedule)
    {
        schedule.Next = null;
        Make(schedule, pacemaker.Instant());
        Arm(schedule, pacemaker.Instant());
    }

    /// <summary>Makes the job of a schedule for a time, and gives the job's name.</summary>
    public string Make(ScheduleRecord schedule, long time)
    {
        // Documented: every job of a schedule shows the schedule's name and the time it was made for.
        string shown = $"{schedule.Name}-{new DateTime(time).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        string name = Draw.Id(_made++, schedule.Name, shown).ToString();
        Submit?.Invoke(name, ScheduledBody.Write(schedule.Body, name, shown, time), schedule.Name);
        return name;
    }

    private void Arm(ScheduleRecord schedule, long after)
    {
        // A schedule may fire for ever, so it is no work that anybody waits for the end of.
        schedule.Next = schedule.IsEnabled && schedule.Rule.Next(after, schedule.CreatedAt) is { } due
            ? pacemaker.Schedule(due, schedule, stage: 0, isWork: false)
            : null;
    }
}
