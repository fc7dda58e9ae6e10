using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class CommandLifeTests
{
    [Test]
    [Category("S40")]
    public async Task Put_NewCommand_AnswersStarting()
    {
        using var service = new RawService();

        RawAnswer answer = await service.PutJobAsync("job1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(201));
            Assert.That(answer.Properties.GetProperty("status").GetString(), Is.EqualTo("Starting"));
            Assert.That(answer.Header("Location"), Is.EqualTo($"{service.Arm}/jobs/job1?api-version=2024-04-01"));
        }
    }

    [Test]
    [Category("S40")]
    public async Task Life_OfACommand_PassesTheRecordedStatuses()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");

        RawAnswer end = await service.EndAsync("job1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.Json.GetProperty("status").GetString(), Is.EqualTo("Completed"));
            Assert.That(
                service.Serverless.History.Select(static e => e.What),
                Is.EqualTo(new[] { "Submitted", "Starting", "Queued", "NodesStarting", "Running", "Finalizing", "Completed" }));
        }
    }

    [Test]
    public async Task Wait_ForChange_SeesEachStatusInTurn()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");
        var seen = new List<string>();
        JsonElement details = (await service.DetailsAsync("job1")).Json;
        seen.Add(details.GetProperty("status").GetString()!);
        while (seen[^1] != "Completed")
        {
            details = (await service.DetailsAsync("job1", "wait=8640000", details.GetProperty("revision").GetInt32())).Json;
            if (details.GetProperty("status").GetString() != seen[^1])
            {
                seen.Add(details.GetProperty("status").GetString()!);
            }
        }

        Assert.That(seen, Is.EqualTo(new[] { "Starting", "Queued", "Running", "Finalizing", "Completed" }));
    }
}
