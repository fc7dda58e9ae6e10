namespace ServerlessCompute;

/// <summary>The tables of schedules.</summary>
internal static class ScheduleTables
{
    public static ValueForm<Job> Job { get; } = new ScheduledJobForm();

    public static ValueForm<DateTime> Time { get; } = new WallTimeForm();

    public static ValueForm<RecurrenceFrequency> Frequency { get; } = new WordForm<RecurrenceFrequency>();

    /// <summary>The contract wants these lists even where there is nothing in them; YAML may write a number by itself.</summary>
    private static readonly ValueForm<ValueList<int>> _numbers = new ListForm<int>(Forms.Integer, takesOne: true, saysNone: true);

    public static ValueForm<RecurrencePattern> Pattern { get; } = new Shape<RecurrencePattern>(new RecurrencePattern())
        .Add("hours", _numbers, p => p.Hours, (p, v) => p with { Hours = v }, required: true)
        .Add("minutes", _numbers, p => p.Minutes, (p, v) => p with { Minutes = v }, required: true)
        .Add("weekDays", new ListForm<WeekDay>(new WordForm<WeekDay>(), takesOne: true), p => p.WeekDays, (p, v) => p with { WeekDays = v })
        .Add("monthDays", new ListForm<int>(Forms.Integer, takesOne: true), p => p.MonthDays, (p, v) => p with { MonthDays = v });

    private static readonly UnionForm<ScheduleTrigger> _trigger =
        new UnionForm<ScheduleTrigger>(
                new MemberNames("triggerType", "type", "type"),
                new UnknownForm<ScheduleTrigger>(word => new UnknownScheduleTrigger(word), trigger => trigger.Kind))
            .Add("Cron", WithClock(new Shape<CronTrigger>(new CronTrigger()).Add("expression", Forms.Text, t => t.Expression, (t, v) => t with { Expression = v }, required: true)))
            .Add(
                "Recurrence",
                WithClock(new Shape<RecurrenceTrigger>(new RecurrenceTrigger())
                    .Add("frequency", Frequency, t => t.Frequency, (t, v) => t with { Frequency = v }, required: true)
                    .Add("interval", Forms.Integer, t => t.Interval, (t, v) => t with { Interval = v }, required: true)
                    .Add("schedule", Pattern, t => t.Pattern, (t, v) => t with { Pattern = v })));

    public static Shape<Schedule> Schedule { get; } = new Shape<Schedule>(new Schedule())
        .Add(MemberNames.NotRest("name"), Forms.Text, s => s.Name, (s, v) => s with { Name = v }, required: true)
        .Add("displayName", Forms.Text, s => s.DisplayName, (s, v) => s with { DisplayName = v })
        .Add("description", Forms.Text, s => s.Description, (s, v) => s with { Description = v })
        .Add("tags", Forms.Texts, s => s.Tags, (s, v) => s with { Tags = v })
        .Add("properties", Forms.Texts, s => s.Properties, (s, v) => s with { Properties = v })
        .Add("isEnabled", Forms.Flag, s => s.IsEnabled, (s, v) => s with { IsEnabled = v })
        .Add("trigger", _trigger, s => s.Trigger, (s, v) => s with { Trigger = v }, required: true)
        .Add(MemberNames.Of("action", "create_job"), new ScheduleActionForm(), s => s.Action, (s, v) => s with { Action = v }, required: true)
        .Add(MemberNames.RestOnly("provisioningState"), new UnsaidForm<ScheduleProvisioningState>(new WordForm<ScheduleProvisioningState>()), s => s.ProvisioningState, (s, v) => s with { ProvisioningState = v }, property: "");

    private static Shape<T> WithClock<T>(Shape<T> shape)
        where T : ScheduleTrigger => shape
            .Add("startTime", Time, t => t.StartTime, (t, v) => t with { StartTime = v })
            .Add("endTime", Time, t => t.EndTime, (t, v) => t with { EndTime = v })
            .Add("timeZone", Forms.Text, t => t.TimeZone, (t, v) => t with { TimeZone = v });
}
