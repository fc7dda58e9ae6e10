namespace ServerlessCompute;

/// <summary>Schedules whose bodies people have read.</summary>
internal static class GoldenSchedules
{
    public static IEnumerable<TestCaseData> All =>
    [
        Case("schedule-least", Schedule.Every(3, RecurrenceFrequency.Hour, GoldenJobs.Least)),
        Case("schedule-cron", Schedule
            .Cron("15 10 * * 1-5", Sweep
                .Over(Command.Run($"python train.py --lr {Search.Uniform(0.01, 0.1).Named("lr")}").WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest"))
                .Maximize("accuracy")
                .WithLimits(maxTotalTrials: 4))
            .WithDisplayName("Every morning").WithDescription("Searches anew.")
            .WithTags([new("team", "vision")]).WithProperties([new("ticket", "7")])
            .WithTimeZone("W. Europe Standard Time").WithStartTime(new DateTime(2026, 12, 1, 6, 30, 0)).WithEndTime(new DateTime(2027, 1, 31))
            .WithIsEnabled(false)),
        Case("schedule-recurrence", Schedule.Every(1, RecurrenceFrequency.Week, GoldenJobs.Least, new RecurrencePattern
        {
            Hours = [9, 17],
            Minutes = [0, 30],
            WeekDays = new[] { WeekDay.Monday, WeekDay.Friday },
        })),
        Case("schedule-month", Schedule.Every(2, RecurrenceFrequency.Month, GoldenJobs.Least, RecurrencePattern.At(6).OnMonthDays(1, 15))),
        Case("schedule-like-job", new Schedule { Trigger = new CronTrigger { Expression = "0 9 * * *" }, Action = CreateJobAction.LikeJob("sad_leaf_7k3x0v") }),
    ];

    private static TestCaseData Case(string name, Schedule schedule) => new TestCaseData(name, schedule).SetArgDisplayNames(name);
}
