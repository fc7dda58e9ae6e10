using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Schedules over the front desk, and the jobs that they make.</summary>
[TestFixture]
internal sealed class ScheduleTests
{
    [Test]
    public async Task Put_NewSchedule_IsAnsweredAsRecorded()
    {
        using var service = new RawService();

        RawAnswer put = await service.ArmAsync("PUT", "schedules/weekly", Body());
        RawAnswer operation = await service.SendAsync("GET", put.Header("Azure-AsyncOperation")!);
        RawAnswer get = await service.ArmAsync("GET", "schedules/weekly");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Status, Is.EqualTo(201), put.Text);
            Assert.That(RawAnswer.Names(put.Json), Is.EqualTo(new[] { "properties" }));
            Assert.That(RawAnswer.Names(put.Properties), Is.EqualTo(new[] { "description", "tags", "properties", "displayName", "isEnabled", "trigger", "action", "provisioningState" }));
            Assert.That(put.Properties.GetProperty("provisioningState").GetString(), Is.EqualTo("Creating"));
            JsonElement job = put.Properties.GetProperty("action").GetProperty("jobDefinition");
            Assert.That(job.GetProperty("status").GetString(), Is.EqualTo("NotStarted"));
            Assert.That(job.GetProperty("services").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(job.GetProperty("experimentName").GetString(), Is.EqualTo("Default"));
            Assert.That(put.Header("Location"), Does.EndWith("/schedules/weekly?api-version=2024-04-01"));
            Assert.That(put.Header("x-ms-async-operation-timeout"), Is.EqualTo("PT30M"));
            Assert.That(operation.Json.GetProperty("status").GetString(), Is.EqualTo("Succeeded"));
            Assert.That(operation.Json.GetProperty("id").GetString(), Does.Contain("/mfeOperationResults/s:"));
            Assert.That(RawAnswer.Names(get.Json), Is.EqualTo(new[] { "id", "name", "type", "properties", "systemData" }));
            Assert.That(get.Properties.GetProperty("provisioningState").GetString(), Is.EqualTo("Succeeded"));
        }
    }

    [Test]
    public async Task Delete_AnEnabledSchedule_FailsInItsOperation()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "schedules/weekly", Body());

        RawAnswer refused = await service.ArmAsync("DELETE", "schedules/weekly");
        RawAnswer failed = await service.SendAsync("GET", refused.Header("Azure-AsyncOperation")!);
        await service.ArmAsync("PUT", "schedules/weekly", Body(more: ",\"isEnabled\":false"));
        RawAnswer deleted = await service.ArmAsync("DELETE", "schedules/weekly");
        RawAnswer done = await service.SendAsync("GET", deleted.Header("Location")!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((refused.Status, refused.Text), Is.EqualTo((202, "null")));
            Assert.That(failed.Json.GetProperty("status").GetString(), Is.EqualTo("Failed"));
            Assert.That(failed.Error.GetProperty("message").GetString(), Is.EqualTo("Cannot delete an active trigger weekly"));
            Assert.That(done.Status, Is.EqualTo(200));
            Assert.That((await service.ArmAsync("GET", "schedules/weekly")).Status, Is.EqualTo(404));
            Assert.That((await service.ArmAsync("DELETE", "schedules/weekly")).Status, Is.EqualTo(204));
        }
    }

    [Test]
    public async Task List_ByView_ShowsEnabledDisabledOrAll()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "schedules/on", Body());
        await service.ArmAsync("PUT", "schedules/off", Body(more: ",\"isEnabled\":false"));

        async Task<string[]> NamesAsync(string query) =>
            [.. (await service.ArmAsync("GET", "schedules" + query)).Json.GetProperty("value").EnumerateArray().Select(static s => s.GetProperty("name").GetString()!)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await NamesAsync(""), Is.EqualTo(new[] { "on" }));
            Assert.That(await NamesAsync("?listViewType=DisabledOnly"), Is.EqualTo(new[] { "off" }));
            Assert.That(await NamesAsync("?listViewType=All"), Is.EqualTo(new[] { "on", "off" }));
        }
    }

    [Test]
    public async Task Time_Passes_EachFireMakesAJobWithTheSchedulesName()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "schedules/weekly", Body());

        service.Serverless.Advance(TimeSpan.FromDays(15));
        IReadOnlyList<InMemoryJob> jobs = service.Serverless.Jobs;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(jobs.Select(static j => j.DisplayName), Is.EqualTo(new[] { "weekly-20260105T101500Z", "weekly-20260112T101500Z", "weekly-20260119T101500Z" }));
            Assert.That(jobs.Select(static j => j.CreatedAt.ToString("u")), Is.EqualTo(new[] { "2026-01-05 10:15:00Z", "2026-01-12 10:15:00Z", "2026-01-19 10:15:00Z" }));
            Assert.That(jobs.Select(static j => j.Status), Has.All.EqualTo(JobStatus.Completed));
            Assert.That(jobs[0].ScheduleName, Is.EqualTo("weekly"));
            Assert.That(jobs[0].Command, Is.EqualTo($"echo {jobs[0].Name} 2026-01-05T10:15:00Z"));
            Assert.That((await service.SendAsync("GET", $"{service.History}/runs/{jobs[0].Name}")).Json.GetProperty("scheduleId").GetString(), Is.EqualTo("weekly"));
            Assert.That(service.Serverless.History.Count(static e => e is { What: "Scheduled", Detail: "weekly" }), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Put_Again_ChangesWhenItFires()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "schedules/weekly", Body());
        service.Serverless.Advance(TimeSpan.FromDays(1));

        RawAnswer again = await service.ArmAsync("PUT", "schedules/weekly", Body(trigger: """{"triggerType":"Recurrence","frequency":"hour","interval":6,"startTime":"2026-01-06 12:00:00"}"""));
        service.Serverless.Advance(TimeSpan.FromHours(12));
        await service.ArmAsync("PUT", "schedules/weekly", Body(more: ",\"isEnabled\":false"));
        service.Serverless.Advance(TimeSpan.FromDays(30));

        Assert.That(again.Status, Is.EqualTo(201));
        Assert.That(service.Serverless.Jobs.Select(static j => j.DisplayName), Is.EqualTo(new[] { "weekly-20260105T101500Z", "weekly-20260106T120000Z", "weekly-20260106T180000Z" }));
    }

    [Test]
    public async Task Trigger_Now_MakesAJobWhetherEnabledOrNot()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "schedules/weekly", Body(more: ",\"isEnabled\":false"));

        RawAnswer made = await service.ArmAsync("POST", "schedules/weekly/trigger", "{}", "2024-01-01-preview");

        Assert.That(made.Json.GetProperty("submissionId").GetString(), Is.EqualTo(service.Serverless.Jobs.Single().Name));
    }

    [Test]
    public async Task RunUntilIdle_WithAScheduleForEver_Ends()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "schedules/weekly", Body());
        await service.PutJobAsync("job1");

        await service.Serverless.RunUntilIdleAsync();

        Assert.That(service.Serverless.Jobs.Single(static j => j.Name == "job1").Status, Is.EqualTo(JobStatus.Completed));
    }

    [Test]
    public async Task Put_WhatCannotWork_IsRefused()
    {
        using var service = new RawService();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await service.ArmAsync("PUT", "schedules/a", Body(trigger: """{"triggerType":"Cron","expression":"* *"}"""))).Error.GetProperty("target").GetString(), Is.EqualTo("properties.trigger"));
            Assert.That((await service.ArmAsync("PUT", "schedules/a", """{"properties":{"trigger":{"triggerType":"Cron","expression":"* * * * *"},"action":{"actionType":"CreateMonitor"}}}""")).Status, Is.EqualTo(400));
            Assert.That((await service.ArmAsync("PUT", "schedules/a", """{"properties":{}}""")).Status, Is.EqualTo(400));
            Assert.That((await service.ArmAsync("GET", "schedules/a")).Error.GetProperty("message").GetString(), Is.EqualTo("Resource Trigger a not found"));
        }
    }

    private static string Body(string trigger = """{"triggerType":"Cron","expression":"15 10 * * 1"}""", string more = "") =>
        $$$"""
        {"properties":{"displayName":"weekly retrain","trigger":{{{trigger}}},"action":{"actionType":"CreateJob","jobDefinition":
        {"jobType":"Command","command":"echo ${{name}} ${{creation_context.trigger_time}}","environmentId":"{{{Bodies.Environment}}}"}}{{{more}}}}}
        """;
}
