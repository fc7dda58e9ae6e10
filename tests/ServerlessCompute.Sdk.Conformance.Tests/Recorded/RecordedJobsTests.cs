using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>Nothing that the real service sent gets lost, and each kind of job that it sent is known here.</summary>
internal sealed class RecordedJobsTests
{
    [Test]
    public void ReadResource_EveryRecordedJob_WritesBackWithoutLoss()
    {
        Recordings.Demand();
        IReadOnlyList<(string Name, string Json)> jobs = Recordings.Jobs();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(jobs, Has.Count.GreaterThan(30));
            foreach ((string name, string json) in jobs)
            {
                JsonNode sent = JsonNode.Parse(json)!["properties"]!;
                Job job = Wired.Read(json);
                JsonNode written = JsonNode.Parse(Wired.Write(job))!["properties"]!;

                Assert.That(job.Status.Value, Is.EqualTo((string?)sent["status"]), name);

                // Only the service says the status, and a job that is not archived says so by saying nothing.
                sent.AsObject().Remove("status");
                if ((bool?)sent["isArchived"] == false)
                {
                    sent.AsObject().Remove("isArchived");
                }

                // The client that was recorded wrote this word in a case of its own; the service answers it as the contract has it.
                if ((string?)sent["fineTuningDetails"]?["taskType"] is { } task)
                {
                    sent["fineTuningDetails"]!["taskType"] = new FineTuningTaskType(task).Value;
                }

                // A step that says no type is a command; what is written says so.
                foreach ((_, JsonNode? step) in sent["jobs"] as JsonObject ?? [])
                {
                    step!["type"] ??= "command";
                }

                Assert.That(JsonNode.DeepEquals(Wired.Meaningful(written), Wired.Meaningful(sent)), name);
            }
        }
    }

    [Test]
    public void ReadResource_EveryRecordedJob_IsOfAKnownKind()
    {
        Recordings.Demand();
        Job[] jobs = [.. Recordings.Jobs().Select(recorded => Wired.Read(recorded.Json))];

        using (Assert.EnterMultipleScope())
        {
            foreach (Job job in jobs)
            {
                Assert.That(job, Is.Not.TypeOf<UnknownJob>(), $"{job.JobType} is read as {job.GetType().Name}.");
            }

            Assert.That(jobs.Select(job => job.JobType.Value).Distinct(), Is.SupersetOf(new[] { "AutoML", "Command", "FineTuning", "Pipeline", "Sweep" }));
        }
    }
}
