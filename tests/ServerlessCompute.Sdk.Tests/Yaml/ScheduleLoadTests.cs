namespace ServerlessCompute;

internal sealed class ScheduleLoadTests
{
    private const string Hello = "type: command\ncommand: echo hello\nenvironment: azureml:sklearn:1\n";

    private static readonly CommandJob _hello = Command.Run("echo hello").WithEnvironment("azureml:sklearn:1");

    [Test]
    public void Load_CronOfAFile_IsTheScheduleInCSharp()
    {
        using var folder = new YamlFolder(
            ("jobs/hello.yml", Hello),
            ("mornings.yml", """
                $schema: https://azuremlschemas.azureedge.net/latest/schedule.schema.json
                name: mornings
                display_name: Every morning
                tags: {team: vision}
                trigger:
                  type: cron
                  expression: "0 9 * * 1-5"
                  start_time: "2026-12-01T06:30:00"
                  time_zone: "W. Europe Standard Time"
                create_job: jobs/hello.yml
                """));

        Assert.That(Schedule.Load(folder["mornings.yml"]), Is.EqualTo(Schedule.Cron("0 9 * * 1-5", _hello)
            .WithName("mornings")
            .WithDisplayName("Every morning")
            .AddTag("team", "vision")
            .WithStartTime(new DateTime(2026, 12, 1, 6, 30, 0))
            .WithTimeZone("W. Europe Standard Time")));
    }

    [Test]
    public void Parse_RecurrenceWithItsJobInPlace_IsTheScheduleInCSharp()
    {
        var schedule = Schedule.Parse("""
            name: twice-a-week
            trigger:
              type: recurrence
              frequency: week
              interval: 2
              schedule: {hours: [6, 18], minutes: 30, week_days: [monday, thursday]}
            create_job: {type: command, command: echo hello, environment: 'azureml:sklearn:1'}
            """);

        Assert.That(schedule, Is.EqualTo(Schedule.Every(2, RecurrenceFrequency.Week, _hello, new RecurrencePattern { Hours = [6, 18], Minutes = [30] }.On(WeekDay.Monday, WeekDay.Thursday)).WithName("twice-a-week")));
    }

    [Test]
    public void Load_FileWithSettingsBesideIt_ChangesThatJob()
    {
        using var folder = new YamlFolder(
            ("jobs/hello.yml", Hello + "inputs: {rate: 1, kind: old}\n"),
            ("s.yml", "name: s\ntrigger: {type: recurrence, frequency: hour, interval: 4}\ncreate_job: {job: jobs/hello.yml, experiment_name: hourly, inputs: {kind: new}}"));

        Assert.That(Schedule.Load(folder["s.yml"]).CreateJob, Is.EqualTo(_hello.WithExperimentName("hourly").WithInput("rate", 1).WithInput("kind", "new")));
    }

    [Test]
    public void Load_WithOverrides_TakesThem()
    {
        using var folder = new YamlFolder(("hello.yml", Hello), ("s.yml", "name: s\ntrigger: {type: recurrence, frequency: hour, interval: 4}\ncreate_job: hello.yml"));

        Assert.That(((RecurrenceTrigger)Schedule.Load(folder["s.yml"], ("trigger.interval", 6)).Trigger!).Interval, Is.EqualTo(6));
    }

    [Test]
    public void Load_Stream_TakesItsFilesFromTheFolderThatIsGiven()
    {
        using var folder = new YamlFolder(("hello.yml", Hello));
        using var yaml = new MemoryStream("name: s\ntrigger: {type: cron, expression: '0 9 * * *'}\ncreate_job: hello.yml"u8.ToArray());

        Assert.That(Schedule.Load(yaml, folder["."]).CreateJob, Is.EqualTo(_hello));
    }

    [TestCase("$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json", 1, "This describes a job, not a schedule.")]
    [TestCase("name: s\ncreate_job: hello.yml", 1, "'trigger' is missing")]
    [TestCase("name: s\ntrigger: {type: cron, expression: '0 9 * * *'}", 1, "'create_job' is missing")]
    [TestCase("name: s\ntrigger: {type: chron, expression: '0 9 * * *'}\ncreate_job: hello.yml", 2, "Did you mean 'cron'?")]
    [TestCase("name: s\ntrigger:\n  type: cron\n  expresion: '0 9 * * *'\ncreate_job: hello.yml", 4, "Did you mean 'expression'?")]
    [TestCase("name: s\ntrigger:\n  type: recurrence\n  frequency: dayly\n  interval: 1\ncreate_job: hello.yml", 4, "dayly")]
    [TestCase("name: s\ntrigger: {type: cron, expression: '0 9 * * *',\n  start_time: 2026-12-01T06:30:00}\ncreate_job: hello.yml", 3, "Put it between quotes.")]
    [TestCase("name: s\ntrigger: {type: cron, expression: '0 9 * * *'}\ncreate_job: nobody.yml", 3, "nobody.yml")]
    [TestCase("name: s\ntrigger: {type: cron, expression: '0 9 * * *'}\ncreate_job:\n  job: hello.yml\n  command: echo other", 5, "A schedule cannot change 'command' of its job.")]
    public void Load_WhatIsWrong_SaysWhatAndWhere(string yaml, int line, string problem)
    {
        using var folder = new YamlFolder(("hello.yml", Hello), ("s.yml", yaml));

        JobYamlException refused = Assert.Throws<JobYamlException>(() => Schedule.Load(folder["s.yml"]))!;

        Assert.That(refused.Problems.Select(found => (found.Line, Text: found.ToString())), Has.Some.Matches<(int Line, string Text)>(found => found.Line == line && found.Text.Contains(problem, StringComparison.Ordinal)), refused.Message);
    }

    [Test]
    public void ToYaml_ForAFolder_MakesThePathsOfItsJobStartThere()
    {
        using var folder = new YamlFolder(("jobs/hello.yml", Hello + "code: ./src\n"), ("s.yml", "name: s\ntrigger: {type: cron, expression: '0 9 * * *'}\ncreate_job: jobs/hello.yml"));

        string yaml = Schedule.Load(folder["s.yml"]).ToYaml(folder["."]);

        Assert.That(yaml, Is.EqualTo("""
            $schema: https://azuremlschemas.azureedge.net/latest/schedule.schema.json
            name: s
            trigger:
              type: cron
              expression: 0 9 * * *
              time_zone: UTC
            create_job:
              type: command
              command: echo hello
              code: ./jobs/src
              environment: azureml:sklearn:1

            """));
    }

    [Test]
    public void ToYaml_SecretOfItsJob_IsNotInIt() =>
        Assert.That(Schedule.Cron("0 9 * * *", _hello.WithEnvironmentVariables([new("KEY", Secret.Of("hidden"))])).WithName("s").ToYaml(), Does.Contain("KEY").And.Not.Contain("hidden"));

    [Test]
    public void ToYaml_ActionThatYamlHasNot_SaysSo() =>
        Assert.That(() => Schedule.Cron("0 9 * * *", _hello).WithAction(new UnknownScheduleAction("CreateMonitor")).ToYaml(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("CreateMonitor"));
}
