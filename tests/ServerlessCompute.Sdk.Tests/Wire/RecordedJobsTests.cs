using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>Nothing that the real service sent gets lost.</summary>
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

                Assert.That(job is CommandJob, Is.EqualTo((string?)sent["jobType"] == "Command"), name);
                Assert.That(job.Status.Value, Is.EqualTo((string?)sent["status"]), name);

                // Only the service says the status, and a job that is not archived says so by saying nothing.
                sent.AsObject().Remove("status");
                if ((bool?)sent["isArchived"] == false)
                {
                    sent.AsObject().Remove("isArchived");
                }

                Assert.That(JsonNode.DeepEquals(Wired.Meaningful(written), Wired.Meaningful(sent)), name);
            }
        }
    }
}
