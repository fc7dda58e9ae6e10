namespace ServerlessCompute;

/// <content>What can be wrong with a schedule.</content>
internal static partial class DiagnosticCatalog
{
    public static DiagnosticDescriptor ScheduleNameForm { get; } = Error("SC1801", "A schedule's name is missing or has a wrong form");
    public static DiagnosticDescriptor ScheduleTriggerMissing { get; } = Error("SC1802", "A schedule does not say when it fires");
    public static DiagnosticDescriptor ScheduleActionMissing { get; } = Error("SC1803", "A schedule does not say which job it makes");
    public static DiagnosticDescriptor ScheduleKindUnknown { get; } = Warning("SC1804", "A schedule's trigger or action is not known");
    public static DiagnosticDescriptor CronForm { get; } = Error("SC1811", "A cron expression has a wrong form");
    public static DiagnosticDescriptor CronNamesDays { get; } = Warning("SC1812", "A cron expression names days of the month or months");
    public static DiagnosticDescriptor CronHasSeconds { get; } = Warning("SC1813", "A cron expression has seconds");
    public static DiagnosticDescriptor FrequencyUnknown { get; } = Word("SC1821", "The frequency of a recurrence is not known");
    public static DiagnosticDescriptor IntervalRange { get; } = Error("SC1822", "The interval of a recurrence is below one");
    public static DiagnosticDescriptor PatternRange { get; } = Error("SC1823", "The pattern of a recurrence names what no clock or calendar has");
    public static DiagnosticDescriptor PatternTimesMissing { get; } = Error("SC1824", "The pattern of a recurrence has no hours or no minutes");
    public static DiagnosticDescriptor PatternUnfit { get; } = Warning("SC1825", "The pattern of a recurrence does not fit its frequency");
    public static DiagnosticDescriptor ScheduleNeverFires { get; } = Error("SC1831", "A schedule never fires");
    public static DiagnosticDescriptor ScheduleIsOver { get; } = Error("SC1832", "A schedule has ended already");
    public static DiagnosticDescriptor TimeZoneUnknown { get; } = Word("SC1841", "The time zone of a schedule is not known");
    public static DiagnosticDescriptor ScheduleTimeOfAnotherClock { get; } = Error("SC1842", "A time of a schedule is one of another clock");
    public static DiagnosticDescriptor ScheduleTimeNotWhole { get; } = Error("SC1843", "A time of a schedule is no whole second");
}
