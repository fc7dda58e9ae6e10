namespace ServerlessCompute;

/// <content>What can be wrong with a schedule.</content>
internal static partial class DiagnosticCases
{
    private static List<DiagnosticCase> ScheduleCases()
    {
        CommandJob job = Command.Run("python train.py").WithEnvironment("sklearn-1.5@latest");
        Schedule mornings = Schedule.Cron("0 9 * * 1-5", job).WithName("mornings");
        Schedule daily = Schedule.Every(1, RecurrenceFrequency.Day, job, RecurrencePattern.At(9, 30)).WithName("daily");
        Schedule monthly = Schedule.Every(1, RecurrenceFrequency.Month, job, RecurrencePattern.At(9).OnMonthDays(1)).WithName("monthly");
        RecurrencePattern nine = RecurrencePattern.At(9);
        return
        [
            DiagnosticCase.Of("SC1801", "Name", mornings.WithName("every morning")),
            DiagnosticCase.Of("SC1801", "Name", mornings.WithName(null)),
            DiagnosticCase.Of("SC1801", "Name", mornings.WithName("")),
            DiagnosticCase.Of("SC1802", "Trigger", mornings.WithTrigger(null)),
            DiagnosticCase.Of("SC1803", "Action", mornings.WithAction(null)),
            DiagnosticCase.Of("SC1803", "Action", mornings.WithAction(new CreateJobAction())),
            DiagnosticCase.Of("SC1804", "Trigger", mornings.WithTrigger(new UnknownScheduleTrigger("Sunrise"))),
            DiagnosticCase.Of("SC1804", "Action", mornings.WithAction(new UnknownScheduleAction("InvokeBatchEndpoint"))),
            DiagnosticCase.Of("SC1811", "Trigger.Expression", Schedule.Cron("0 9 * *", job).WithName("mornings")),
            DiagnosticCase.Of("SC1811", "Trigger.Expression", Schedule.Cron("@daily", job).WithName("mornings")),
            DiagnosticCase.Of("SC1811", "Trigger.Expression", Schedule.Cron("0 24 * * *", job).WithName("mornings")),
            DiagnosticCase.Of("SC1811", "Trigger.Expression", Schedule.Cron("0 9 * * 5-1", job).WithName("mornings")),
            DiagnosticCase.Of("SC1811", "Trigger.Expression", Schedule.Cron("*/0 9 * * *", job).WithName("mornings")),
            DiagnosticCase.Of("SC1811", "Trigger.Expression", Schedule.Cron("0 9 ? * *", job).WithName("mornings")),
            DiagnosticCase.Of("SC0001", "Trigger.Expression", mornings.WithTrigger(new CronTrigger { Expression = null! })),
            DiagnosticCase.Of("SC1812", "Trigger.Expression", Schedule.Cron("0 9 1 * *", job).WithName("firsts")),
            DiagnosticCase.Of("SC1812", "Trigger.Expression", Schedule.Cron("0 9 * Jan-Mar *", job).WithName("winter")),
            DiagnosticCase.Of("SC1813", "Trigger.Expression", Schedule.Cron("0 0 9 * * *", job).WithName("mornings")),
            DiagnosticCase.Of("SC1821", "Trigger.Frequency", Schedule.Every(1, "Fortnight", job).WithName("daily")),
            DiagnosticCase.Of("SC1821", "Trigger.Frequency", daily.WithTrigger(new RecurrenceTrigger())),
            DiagnosticCase.Of("SC1822", "Trigger.Interval", Schedule.Every(0, RecurrenceFrequency.Hour, job).WithName("hourly")),
            DiagnosticCase.Of("SC1823", "Trigger.Pattern.Hours[0]", Schedule.Every(1, RecurrenceFrequency.Day, job, RecurrencePattern.At(24)).WithName("midnight")),
            DiagnosticCase.Of("SC1823", "Trigger.Pattern.Minutes[0]", Schedule.Every(1, RecurrenceFrequency.Day, job, RecurrencePattern.At(9, 60)).WithName("daily")),
            DiagnosticCase.Of("SC1823", "Trigger.Pattern.MonthDays[1]", Schedule.Every(1, RecurrenceFrequency.Month, job, nine.OnMonthDays(1, 32)).WithName("daily")),
            DiagnosticCase.Of("SC1823", "Trigger.Pattern.WeekDays[0]", Schedule.Every(1, RecurrenceFrequency.Week, job, nine.On("Caturday")).WithName("daily")),
            DiagnosticCase.Of("SC1824", "Trigger.Pattern", Schedule.Every(1, RecurrenceFrequency.Day, job, new RecurrencePattern { Hours = [9] }).WithName("daily")),
            DiagnosticCase.Of("SC1824", "Trigger.Pattern", Schedule.Every(1, RecurrenceFrequency.Week, job, new RecurrencePattern().On(WeekDay.Monday)).WithName("daily")),
            DiagnosticCase.Of("SC0001", "Trigger.Pattern.WeekDays", Schedule.Every(1, RecurrenceFrequency.Week, job, nine with { WeekDays = null! }).WithName("daily")),
            DiagnosticCase.Of("SC1825", "Trigger.Pattern", Schedule.Every(6, RecurrenceFrequency.Hour, job, RecurrencePattern.At(9)).WithName("daily")),
            DiagnosticCase.Of("SC1825", "Trigger.Pattern", Schedule.Every(1, RecurrenceFrequency.Day, job, nine.On(WeekDay.Monday)).WithName("daily")),
            DiagnosticCase.Of("SC1825", "Trigger.Pattern", Schedule.Every(1, RecurrenceFrequency.Week, job, nine.OnMonthDays(1)).WithName("daily")),
            DiagnosticCase.Of("SC1831", "Trigger", Schedule.Cron("0 9 31 2 *", job).WithName("never")),
            DiagnosticCase.Of("SC1831", "Trigger", mornings.WithStartTime(new DateTime(2026, 12, 2)).WithEndTime(new DateTime(2026, 12, 1))),
            DiagnosticCase.Of("SC1831", "Trigger", mornings.WithStartTime(new DateTime(2026, 12, 5)).WithEndTime(new DateTime(2026, 12, 6, 23, 59, 0))),
            DiagnosticCase.Of("SC1831", "Trigger", daily.WithStartTime(new DateTime(2026, 12, 1, 10, 0, 0)).WithEndTime(new DateTime(2026, 12, 2, 9, 0, 0))),
            DiagnosticCase.Of("SC1831", "Trigger", monthly.WithStartTime(new DateTime(2026, 12, 2)).WithEndTime(new DateTime(2026, 12, 31))),
            DiagnosticCase.Of("SC1831", "Trigger", Schedule.Every(12, RecurrenceFrequency.Month, job, nine.OnMonthDays(31)).WithName("never").WithStartTime(new DateTime(2026, 2, 1))),
            DiagnosticCase.Of("SC1841", "Trigger.TimeZone", mornings.WithTimeZone("Europe/Berlinn")),
            DiagnosticCase.Of("SC1841", "Trigger.TimeZone", mornings.WithTimeZone("")),
            DiagnosticCase.Of("SC0001", "Trigger.TimeZone", mornings.WithTimeZone(null!)),
            DiagnosticCase.Of("SC1842", "Trigger.StartTime", mornings.WithTimeZone("Europe/Berlin").WithStartTime(new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc))),
            DiagnosticCase.Of("SC1842", "Trigger.EndTime", mornings.WithEndTime(new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Local))),
            DiagnosticCase.Of("SC1843", "Trigger.EndTime", mornings.WithEndTime(new DateTime(2026, 12, 31).AddMilliseconds(1))),
            DiagnosticCase.Of("SC0101", "Action.Job.Command", mornings.WithAction(job.WithCommand(""))),
            DiagnosticCase.Of("SC1203", "Action.Job.SearchSpace", mornings.WithAction(Sweep.Over(job).Maximize("accuracy").WithLimits(maxTotalTrials: 20))),
        ];
    }
}
