namespace ServerlessCompute;

/// <content>The verbs: each gives a changed copy. <c>With…</c> replaces a property, <c>Add…</c> adds to it.</content>
public sealed partial record Schedule
{
    /// <summary>Names the schedule in the workspace.</summary>
    public Schedule WithName(string? name) => this with { Name = name };

    /// <summary>Sets the name shown in the studio.</summary>
    public Schedule WithDisplayName(string? displayName) => this with { DisplayName = displayName };

    /// <summary>Says what the schedule is for.</summary>
    public Schedule WithDescription(string? description) => this with { Description = description };

    /// <summary>Replaces the tags.</summary>
    public Schedule WithTags(ValueMap<string> tags) => this with { Tags = tags };

    /// <summary>Adds or replaces one tag.</summary>
    public Schedule AddTag(string name, string value) => this with { Tags = Tags.With(name, value) };

    /// <summary>Replaces the properties.</summary>
    public Schedule WithProperties(ValueMap<string> properties) => this with { Properties = properties };

    /// <summary>Adds or replaces one property.</summary>
    public Schedule AddProperty(string name, string value) => this with { Properties = Properties.With(name, value) };

    /// <summary>Replaces when it fires.</summary>
    public Schedule WithTrigger(ScheduleTrigger? trigger) => this with { Trigger = trigger };

    /// <summary>Says on which clock the times of the trigger are: a name of Windows, <c>W. Europe Standard Time</c>, or of IANA, <c>Europe/Berlin</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no trigger yet.</exception>
    public Schedule WithTimeZone(string timeZone) => this with { Trigger = GivenTrigger() with { TimeZone = timeZone } };

    /// <summary>Lets nothing fire before a time on the trigger's clock; null for the time when the schedule is made.</summary>
    /// <exception cref="InvalidOperationException">There is no trigger yet.</exception>
    public Schedule WithStartTime(DateTime? startTime) => this with { Trigger = GivenTrigger() with { StartTime = startTime } };

    /// <summary>Lets nothing fire after a time on the trigger's clock; null for ever.</summary>
    /// <exception cref="InvalidOperationException">There is no trigger yet.</exception>
    public Schedule WithEndTime(DateTime? endTime) => this with { Trigger = GivenTrigger() with { EndTime = endTime } };

    /// <summary>Replaces what happens; a job by itself is made.</summary>
    public Schedule WithAction(ScheduleAction? action) => this with { Action = action };

    /// <summary>Says whether it fires.</summary>
    public Schedule WithIsEnabled(bool? isEnabled) => this with { IsEnabled = isEnabled };

    /// <summary>Replaces the members that this library does not know.</summary>
    public Schedule WithAdditionalProperties(ValueMap<RawJson> additionalProperties) => this with { AdditionalProperties = additionalProperties };

    private ScheduleTrigger GivenTrigger() => Trigger ?? throw new InvalidOperationException("The schedule has no trigger yet. Give it one: .WithTrigger(new CronTrigger { Expression = \"0 9 * * *\" }).");
}
