using System.Text;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What bodies of schedules look like, and what is read of answers.</summary>
internal sealed class ScheduleWireTests
{
    [TestCaseSource(typeof(GoldenSchedules), nameof(GoldenSchedules.All))]
    public void Write_EachPart_IsAsApproved(string name, Schedule schedule) => GoldenFile.AssertEqual(name, Wired.Write(schedule));

    [TestCaseSource(typeof(GoldenSchedules), nameof(GoldenSchedules.All))]
    public void Write_EachPart_ReadsBackEqual(string name, Schedule schedule) => Assert.That(Wired.ReadSchedule(Wired.Write(schedule)), Is.EqualTo(schedule), name);

    [Test]
    public void Write_WhatOnlyTheServiceSays_IsNotSent()
    {
        Schedule schedule = Schedule.Cron("0 9 * * *", GoldenJobs.Least with { Name = "n", Id = "job-id", Status = JobStatus.NotStarted }) with
        {
            Name = "mornings",
            Id = "schedule-id",
            ProvisioningState = ScheduleProvisioningState.Succeeded,
            SystemData = new SystemData { CreatedBy = "somebody" },
        };

        Assert.That(Wired.Write(schedule), Does.Not.Contain("mornings").And.Not.Contain("-id").And.Not.Contain("Succeeded").And.Not.Contain("somebody").And.Not.Contain("NotStarted"));
    }

    [Test]
    public void Write_JobThatIsNotResolved_NamesWhatHasToBe() =>
        Assert.That(() => Wired.Write(Schedule.Cron("0 9 * * *", GoldenJobs.Least.WithCode("./src"))), Throws.InvalidOperationException.With.Message.Contains("./src"));

    [Test]
    public void ReadResource_Answer_HasWhatTheServiceSaid()
    {
        Schedule schedule = Wired.ReadSchedule("""
            {
              "id": "/subscriptions/s/schedules/mornings", "name": "mornings", "type": "Microsoft.MachineLearningServices/workspaces/schedules",
              "properties": {
                "description": null, "displayName": null, "tags": {}, "properties": {}, "isEnabled": true, "provisioningState": "Creating",
                "trigger": { "triggerType": "Recurrence", "frequency": "day", "interval": 1, "schedule": { "hours": [9], "minutes": [0], "weekDays": null, "monthDays": null },
                  "startTime": "2026-12-01T06:00:00", "endTime": null, "timeZone": "UTC", "jitter": 3 },
                "action": { "actionType": "CreateJob", "jobDefinition": { "jobType": "Command", "command": "echo", "environmentId": "e", "status": "NotStarted", "services": null } }
              },
              "systemData": { "createdBy": "somebody" }
            }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(schedule.Name, Is.EqualTo("mornings"));
            Assert.That(schedule.Id, Is.EqualTo("/subscriptions/s/schedules/mornings"));
            Assert.That(schedule.SystemData!.CreatedBy, Is.EqualTo("somebody"));
            Assert.That(schedule.ProvisioningState, Is.EqualTo(ScheduleProvisioningState.Creating));
            Assert.That(schedule.IsEnabled, Is.True);
            Assert.That(schedule.Trigger, Is.EqualTo(new RecurrenceTrigger
            {
                Frequency = RecurrenceFrequency.Day,
                Pattern = RecurrencePattern.At(9),
                StartTime = new DateTime(2026, 12, 1, 6, 0, 0),
                AdditionalProperties = [new("jitter", 3)],
            }));
            Assert.That(schedule.CreateJob, Is.EqualTo(Command.Run("echo").WithEnvironment("e") with { Status = JobStatus.NotStarted }));
        }
    }

    [TestCase("2026-12-01 06:00:00")]
    [TestCase("2026-12-01T06:00:00")]
    [TestCase("2026-12-01T06:00:00.0000000")]
    [TestCase("2026-12-01T06:00:00+02:00", Description = "The service does not look at offsets.")]
    [TestCase("2026-12-01 06:00Z")]
    public void ReadResource_TimesInEveryForm_AreTheClocks(string time) => Assert.That(
        Wired.ReadSchedule($$$"""{"properties":{"trigger":{"triggerType":"Cron","expression":"0 9 * * *","startTime":"{{{time}}}" } }}""").Trigger!.StartTime,
        Is.EqualTo(new DateTime(2026, 12, 1, 6, 0, 0)));

    [Test]
    public void ReadPage_OneScheduleBroken_KeepsItAndItsNeighbours()
    {
        ResourcePage<Schedule> page = ScheduleWire.ReadPage("""
            {"value":[
              {"name":"good","properties":{"trigger":{"triggerType":"Cron","expression":"0 9 * * *"},"action":{"actionType":"CreateJob","jobDefinition":{"jobType":"Command","command":"c"}}}},
              {"name":"bad","properties":{"trigger":{"triggerType":"Cron","expression":17},"isEnabled":true}},
              {"name":"odd","properties":{"trigger":{"triggerType":"Sunrise","place":"Rhodes"}}},
              {"name":"none"}
            ],"nextLink":"https://there/?$skipToken=2"}
            """u8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Items.Select(schedule => schedule.Name), Is.EqualTo(new[] { "good", "bad", "odd", "none" }));
            Assert.That(page.Items[0].CreateJob, Is.EqualTo(Command.Run("c")));
            Assert.That(page.Items[1].AdditionalProperties["trigger"].ToString(), Does.Contain("17"));
            Assert.That(page.Items[2].Trigger, Is.EqualTo(new UnknownScheduleTrigger("Sunrise") { AdditionalProperties = [new("place", "Rhodes")] }));
            Assert.That(page.NextLink, Is.EqualTo("https://there/?$skipToken=2"));
        }
    }

    [TestCase("{\"properties\":{\"trigger\":[]}}")]
    [TestCase("{\"properties\":{\"trigger\":{}}}")]
    [TestCase("{\"properties\":{\"trigger\":{\"triggerType\":\"Cron\",\"startTime\":\"tomorrow\"}}}")]
    [TestCase("{\"properties\":{\"action\":{\"actionType\":\"CreateJob\",\"jobDefinition\":\"job.yml\"}}}")]
    public void ReadResource_NotASchedule_IsRefused(string json) =>
        Assert.That(() => ScheduleWire.ReadResource(Encoding.UTF8.GetBytes(json)), Throws.TypeOf<JobFormatException>());

    [Test]
    public void RecordedSchedule_RequestAndAnswer_LoseNothing()
    {
        JsonNode exchange = Recordings.Exchange("096-");
        using (Assert.EnterMultipleScope())
        {
            foreach (string side in new[] { "request", "response" })
            {
                JsonNode body = exchange[side]!["body"]!;
                Schedule schedule = Wired.ReadSchedule(body.ToJsonString());
                JsonNode written = JsonNode.Parse(Wired.Write(schedule))!["properties"]!;

                // Only the service says these, and a job that is not archived says so by saying nothing.
                JsonObject sent = body["properties"]!.AsObject();
                sent.Remove("provisioningState");
                JsonObject job = sent["action"]!["jobDefinition"]!.AsObject();
                job.Remove("status");
                job.Remove("isArchived");
                Assert.That(JsonNode.DeepEquals(Wired.Meaningful(written), Wired.Meaningful(sent)), $"{side}: {sent.ToJsonString()}\n{written.ToJsonString()}");
                Assert.That(schedule.AdditionalProperties, Is.Empty);
                Assert.That(schedule.CreateJob!.JobType, Is.EqualTo(JobType.Pipeline));
            }
        }
    }
}
