using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>When a schedule fires: said in a form that the service reads, and at least once.</summary>
internal static class ScheduleTriggerRules
{
    private const string Place = nameof(Schedule.Trigger);

    public static void Check(ScheduleTrigger? trigger, JobReport report)
    {
        switch (trigger)
        {
            case null:
                report.Add(ScheduleTriggerMissing, Place, "The schedule has no trigger.", "Write Schedule.Cron(\"0 9 * * *\", job) or Schedule.Every(1, RecurrenceFrequency.Day, job).");
                return;
            case CronTrigger cron:
                CheckCron(cron, report);
                break;
            case RecurrenceTrigger recurrence:
                RecurrenceRules.Check(recurrence, report);
                AdditionalPropertyRules.Check(recurrence.Pattern, $"{Place}.{nameof(RecurrenceTrigger.Pattern)}", report);
                break;
            default:
                report.Add(ScheduleKindUnknown, Place, $"The trigger {Shown.Value(trigger.Kind)} is not known to this library and is sent as it is.", "Use a CronTrigger or a RecurrenceTrigger.");
                break;
        }

        CheckClock(trigger, report);
        if (FirstFiring.WhyNever(trigger) is { } why)
        {
            report.Add(ScheduleNeverFires, Place, $"{why} It never fires.", "Correct the times, the start or the end.");
        }

        AdditionalPropertyRules.Check(trigger, Place, report);
    }

    private static void CheckCron(CronTrigger trigger, JobReport report)
    {
        const string Where = $"{Place}.{nameof(CronTrigger.Expression)}";
        if (!report.IsGiven(trigger.Expression, Where))
        {
            return;
        }

        if (CronExpression.Parse(trigger.Expression, out string? problem) is not { } cron)
        {
            report.Add(CronForm, Where, problem!, "Write minutes, hours, days, months and days of the week: \"15 10 * * 1\" is a quarter past ten on Mondays.");
            return;
        }

        if (cron.HasSeconds)
        {
            report.Add(CronHasSeconds, Where, $"{Shown.Value(trigger.Expression)} begins with seconds, and the service documents five parts.", "Leave the first part out.");
        }

        if (cron.NamesDays && cron.NamesADayThatIs)
        {
            report.Add(CronNamesDays, Where, $"{Shown.Value(trigger.Expression)} names days of the month or months, which the service takes for *.", "Use a recurrence, Schedule.Every(1, RecurrenceFrequency.Month, job, RecurrencePattern.At(9).OnMonthDays(1)).");
        }
    }

    private static void CheckClock(ScheduleTrigger trigger, JobReport report)
    {
        const string Where = $"{Place}.{nameof(ScheduleTrigger.TimeZone)}";
        if (report.IsGiven(trigger.TimeZone, Where) && TimeZoneNames.ToWindows(trigger.TimeZone) is null)
        {
            report.Add(TimeZoneUnknown, Where, $"There is no time zone {Shown.Value(trigger.TimeZone)}.{report.DidYouMean(trigger.TimeZone, TimeZoneNames.BeginningAs(trigger.TimeZone))}", "Use a name of Windows, \"W. Europe Standard Time\", or of IANA, \"Europe/Berlin\".");
        }

        CheckTime(trigger.StartTime, nameof(ScheduleTrigger.StartTime), trigger.TimeZone, report);
        CheckTime(trigger.EndTime, nameof(ScheduleTrigger.EndTime), trigger.TimeZone, report);
    }

    private static void CheckTime(DateTime? time, string name, string? zone, JobReport report)
    {
        if (time is not { } given)
        {
            return;
        }

        string? clock = given.Kind switch
        {
            DateTimeKind.Utc when TimeZoneNames.ToWindows(zone ?? "") != "UTC" => "in UTC",
            DateTimeKind.Local => "of this machine's clock",
            _ => null,
        };
        if (clock is not null)
        {
            report.Add(
                ScheduleTimeOfAnotherClock,
                $"{Place}.{name}",
                $"The time {given:yyyy-MM-dd HH:mm:ss} is {clock}, and would be taken for one of the clock {Shown.Value(zone ?? "")}.",
                "Give the time as that clock shows it, new DateTime(2026, 12, 1, 6, 0, 0), or with DateTimeKind.Unspecified.");
        }

        if (given.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            report.Add(ScheduleTimeNotWhole, $"{Place}.{name}", $"The time {given:O} has parts of a second.", "Give whole seconds.");
        }
    }
}
