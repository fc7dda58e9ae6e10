namespace ServerlessCompute;

/// <summary>Schedules as people write them.</summary>
internal sealed class ScheduleNounTests
{
    private static readonly CommandJob _job = Command.Run("python train.py").WithEnvironment("sklearn-1.5@latest");

    private static IEnumerable<TestCaseData> Verbs
    {
        get
        {
            Schedule schedule = Schedule.Cron("0 9 * * *", _job);
            yield return Verb("WithName", schedule.WithName("n"), schedule with { Name = "n" });
            yield return Verb("WithDisplayName", schedule.WithDisplayName("d"), schedule with { DisplayName = "d" });
            yield return Verb("WithDescription", schedule.WithDescription("d"), schedule with { Description = "d" });
            yield return Verb("WithTags", schedule.AddTag("old", "").WithTags([new("a", "b")]), schedule with { Tags = [new("a", "b")] });
            yield return Verb("AddTag", schedule.AddTag("a", "b").AddTag("c", "d"), schedule with { Tags = [new("a", "b"), new("c", "d")] });
            yield return Verb("WithProperties", schedule.AddProperty("old", "").WithProperties([new("a", "b")]), schedule with { Properties = [new("a", "b")] });
            yield return Verb("AddProperty", schedule.AddProperty("a", "b"), schedule with { Properties = [new("a", "b")] });
            yield return Verb("WithTrigger", schedule.WithTrigger(new RecurrenceTrigger()), schedule with { Trigger = new RecurrenceTrigger() });
            yield return Verb("WithTimeZone", schedule.WithTimeZone("Europe/Berlin"), schedule with { Trigger = schedule.Trigger! with { TimeZone = "Europe/Berlin" } });
            yield return Verb("WithStartTime", schedule.WithStartTime(new DateTime(2026, 1, 1)), schedule with { Trigger = schedule.Trigger! with { StartTime = new DateTime(2026, 1, 1) } });
            yield return Verb("WithEndTime", schedule.WithEndTime(new DateTime(2026, 1, 1)), schedule with { Trigger = schedule.Trigger! with { EndTime = new DateTime(2026, 1, 1) } });
            yield return Verb("WithAction", schedule.WithAction(_job.WithDisplayName("other")), schedule with { Action = new CreateJobAction { Job = _job.WithDisplayName("other") } });
            yield return Verb("WithIsEnabled", schedule.WithIsEnabled(false), schedule with { IsEnabled = false });
            yield return Verb("WithAdditionalProperties", schedule.WithAdditionalProperties([new("new", 1)]), schedule with { AdditionalProperties = [new("new", 1)] });
        }
    }

    [TestCaseSource(nameof(Verbs))]
    public void Verb_Always_ChangesItsPropertyAlone(Schedule by, Schedule expected) => Assert.That(by, Is.EqualTo(expected));

    [Test]
    public void Cron_ExpressionAndJob_IsATriggerInUtcThatMakesTheJob()
    {
        Schedule schedule = Schedule.Cron("0 9 * * 1", _job);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule.Trigger, Is.EqualTo(new CronTrigger { Expression = "0 9 * * 1", TimeZone = "UTC" }));
            Assert.That(schedule.CreateJob, Is.SameAs(_job));
            Assert.That(schedule.IsEnabled, Is.Null);
        }
    }

    [Test]
    public void Every_WithAPattern_IsARecurrence()
    {
        Schedule schedule = Schedule.Every(2, RecurrenceFrequency.Week, _job, RecurrencePattern.At(9, 30).On(WeekDay.Monday, WeekDay.Friday));

        Assert.That(schedule.Trigger, Is.EqualTo(new RecurrenceTrigger
        {
            Frequency = RecurrenceFrequency.Week,
            Interval = 2,
            Pattern = new RecurrencePattern { Hours = [9], Minutes = [30], WeekDays = new[] { WeekDay.Monday, WeekDay.Friday } },
        }));
    }

    [Test]
    public void Pattern_OnMonthDays_KeepsItsTimes() => Assert.That(RecurrencePattern.At(6).OnMonthDays(1, 15), Is.EqualTo(new RecurrencePattern { Hours = [6], Minutes = [0], MonthDays = [1, 15] }));

    [Test]
    public void WithTimeZone_NoTriggerYet_SaysWhatToDo() =>
        Assert.That(() => new Schedule().WithTimeZone("UTC"), Throws.InvalidOperationException.With.Message.Contains(".WithTrigger("));

    [Test]
    public void CreateJob_OfAnotherAction_IsNull() => Assert.That(new Schedule { Action = new UnknownScheduleAction("InvokeBatchEndpoint") }.CreateJob, Is.Null);

    [Test]
    public void Validate_LikeAJobOfTheWorkspace_FindsNothing() =>
        Assert.That(new Schedule { Name = "again", Trigger = new CronTrigger { Expression = "0 9 * * *" }, Action = CreateJobAction.LikeJob("sad_leaf") }.Validate().All, Is.Empty);

    [Test]
    public void Validate_TextThatTheScheduleFillsIn_IsNoRiskInTheShell()
    {
        CommandJob job = _job.WithCommand("python train.py --day \"${{inputs.day}}\" --name ${{inputs.name}}").WithInput("day", Schedule.TriggerTime).WithInput("name", Schedule.JobName);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Schedule.Cron("0 9 * * *", job).WithName("days").Validate().All, Is.Empty);
            Assert.That(job.Validate().All.Select(found => found.Id), Is.EqualTo(new[] { "SC0204", "SC0204" }), "By itself the job has nobody who fills them in.");
        }
    }

    [Test]
    public void Validate_ScheduleOfTheService_WarnsOfWordsItDoesNotKnow()
    {
        Schedule sent = Schedule.Every(1, "Fortnight", _job).WithName("s").WithTimeZone("Mars Standard Time") with { Id = "/schedules/s" };

        JobValidationResult result = sent.Validate();

        Assert.That(result.All.Select(found => (found.Id, found.Severity)), Is.EqualTo(new[] { ("SC1821", JobDiagnosticSeverity.Warning), ("SC1841", JobDiagnosticSeverity.Warning) }));
    }

    // Each pair is the last end that is too early and the first that is not.
    [TestCase("0 9 * * *", "2026-12-01 10:00:00", "2026-12-02 08:59:59", "2026-12-02 09:00:00")]
    [TestCase("0 9 * * 1-5", "2026-12-05 00:00:00", "2026-12-07 08:59:00", "2026-12-07 09:00:00")]
    [TestCase("*/20 * * * *", "2026-12-01 10:01:00", "2026-12-01 10:19:59", "2026-12-01 10:20:00")]
    [TestCase("0 9 29 2 *", "2026-03-01 00:00:00", "2028-02-29 08:59:00", "2028-02-29 09:00:00")]
    public void Validate_CronWithStartAndEnd_NeverFiresBeforeTheFirstTime(string expression, string start, string tooEarly, string enough) =>
        AssertNeverFires(new CronTrigger { Expression = expression }, start, tooEarly, enough);

    [TestCase("Day", 3, 6, 30, "2026-12-01 07:00:00", "2026-12-04 06:29:59", "2026-12-04 06:30:00")]
    [TestCase("Week", 2, 6, 0, "2026-12-01 07:00:00", "2026-12-15 05:59:00", "2026-12-15 06:00:00")]
    [TestCase("Month", 6, 6, 0, "2026-12-01 07:00:00", "2027-06-01 05:59:00", "2027-06-01 06:00:00")]
    public void Validate_RecurrenceWithStartAndEnd_NeverFiresBeforeTheFirstTime(string frequency, int interval, int hour, int minute, string start, string tooEarly, string enough)
    {
        RecurrencePattern pattern = frequency == "Week" ? RecurrencePattern.At(hour, minute).On(WeekDay.Tuesday)
            : frequency == "Month" ? RecurrencePattern.At(hour, minute).OnMonthDays(1)
            : RecurrencePattern.At(hour, minute);
        AssertNeverFires(new RecurrenceTrigger { Frequency = frequency, Interval = interval, Pattern = pattern }, start, tooEarly, enough);
    }

    [Test]
    public void ToCSharp_EachStart_ReadsAsPeopleWriteIt()
    {
        Schedule schedule = Schedule.Every(2, RecurrenceFrequency.Week, _job, RecurrencePattern.At(9, 30).On(WeekDay.Monday))
            .WithName("mornings").WithTimeZone("Europe/Berlin").WithStartTime(new DateTime(2026, 12, 1, 6, 0, 0)).WithIsEnabled(false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule.ToCSharp(), Is.EqualTo("""
                Schedule.Every(
                    2,
                    RecurrenceFrequency.Week,
                    Command.Run("python train.py")
                        .WithEnvironment("sklearn-1.5@latest"),
                    new RecurrencePattern { Hours = [9], Minutes = [30], WeekDays = [WeekDay.Monday] })
                    .WithName("mornings")
                    .WithIsEnabled(false)
                    .WithTimeZone("Europe/Berlin")
                    .WithStartTime(new DateTime(2026, 12, 1, 6, 0, 0))
                """));
            Assert.That(new Schedule { Trigger = new CronTrigger { Expression = "0 9 * * *" }, Action = CreateJobAction.LikeJob("sad_leaf") }.ToCSharp(), Is.EqualTo("""
                new Schedule()
                    .WithTrigger(new CronTrigger { Expression = "0 9 * * *" })
                    .WithAction(CreateJobAction.LikeJob("sad_leaf"))
                """));
        }
    }

    private static void AssertNeverFires(ScheduleTrigger trigger, string start, string tooEarly, string enough)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Found(tooEarly), Does.Contain("SC1831"));
            Assert.That(Found(enough), Does.Not.Contain("SC1831"));
        }

        IEnumerable<string> Found(string end) => new Schedule
        {
            Name = "s",
            Action = _job,
            Trigger = trigger with { StartTime = DateTime.Parse(start, null), EndTime = DateTime.Parse(end, null) },
        }.Validate().All.Select(found => found.Id);
    }

    private static TestCaseData Verb(string name, Schedule by, Schedule expected) => new TestCaseData(by, expected).SetArgDisplayNames(name);
}
