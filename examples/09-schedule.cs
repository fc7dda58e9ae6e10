#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// A report on every weekday at six in the morning of Berlin, made by the service itself: what a schedule says, what is found before it is
// sent, and the jobs that come of it. The service in memory lets a week pass in a moment; it is the week in which the clocks go forward.
//
// Run it from the repository's root: dotnet run examples/09-schedule.cs

using ServerlessCompute;

var serverless = new InMemoryServerless(new InMemoryServerlessOptions { StartTime = new DateTimeOffset(2026, 3, 26, 12, 0, 0, TimeSpan.Zero) });
ServerlessComputeClient client = serverless.CreateClient();

// The service puts the time at which it fired in this input's place, and the job's name in the output's path.
CommandJob report = Command.Run("python report.py --day ${{inputs.day}} --out ${{outputs.report}}")
    .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")
    .WithInput("day", Schedule.TriggerTime)
    .WithOutput("report", Output.UriFolder($"azureml://datastores/workspaceblobstore/paths/reports/{Schedule.JobName}/"));

Schedule schedule = Schedule.Cron("0 6 * * 1-5", report)
    .WithName("weekday-report")
    .WithTimeZone("Europe/Berlin")
    .WithEndTime(new DateTime(2026, 12, 31));

// What cannot be is found before anything is sent.
Schedule never = schedule.WithStartTime(new DateTime(2027, 1, 1));
Console.WriteLine(never.Validate().Errors[0].Message);

Schedule made = await client.CreateOrUpdateScheduleAsync(schedule);
Console.WriteLine($"{made.Name}: {made.ProvisioningState}, on the clock of {made.Trigger!.TimeZone}");

serverless.Advance(TimeSpan.FromDays(7));
await serverless.RunUntilIdleAsync();
foreach (InMemoryJob job in serverless.Jobs)
{
    Console.WriteLine($"{job.CreatedAt:yyyy-MM-dd HH:mm} UTC  {job.DisplayName}  {job.Status}");
}

// Every other Monday at 7:30 and 19:30 is a recurrence. It takes the place of the schedule of that name.
await client.CreateOrUpdateScheduleAsync(schedule.WithTrigger(new RecurrenceTrigger
{
    Interval = 2,
    Frequency = RecurrenceFrequency.Week,
    Pattern = new RecurrencePattern { Hours = [7, 19], Minutes = [30], WeekDays = [WeekDay.Monday] },
    TimeZone = "Europe/Berlin",
}));

// Disabled it fires no more, and only so can it be deleted.
await client.DisableScheduleAsync("weekday-report");
await foreach (Schedule each in client.GetSchedulesAsync(ScheduleListView.All))
{
    Console.WriteLine($"{each.Name}: {((RecurrenceTrigger)each.Trigger!).Frequency}, {(each.IsEnabled == true ? "enabled" : "disabled")}");
}

await client.DeleteScheduleAsync("weekday-report");
