using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class JobServicesTests
{
    private const string Services = """
        "services":{"lab":{"jobServiceType":"JupyterLab"},"board":{"jobServiceType":"TensorBoard","port":7007,"properties":{"logDir":"./logs"},"nodes":{"nodesValueType":"All"}}},"resources":{"instanceCount":2}
        """;

    private static RawService Manual()
    {
        var service = new RawService(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual });
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        return service;
    }

    private static async Task<JsonElement> ServicesAsync(RawService service, string version = RawService.Version) =>
        (await service.ArmAsync("GET", "jobs/a", version: version)).Properties.GetProperty("services");

    [Test]
    [Category("S01")]
    public async Task Services_OnceTheJobRuns_HaveAnAddressAndAState()
    {
        using RawService service = Manual();
        JsonElement put = (await service.PutJobAsync("a", RawService.CommandBody(more: Services))).Properties.GetProperty("services").GetProperty("lab");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));
        JsonElement running = await ServicesAsync(service);
        service.Serverless.Advance(TimeSpan.FromHours(2));
        JsonElement over = await ServicesAsync(service);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.GetProperty("endpoint").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(put.GetProperty("status").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(running.GetProperty("lab").GetProperty("endpoint").GetString(), Does.Match(@"^https://8888-<nodeIndex>-[0-9a-f]{16}\.eastus\.nodes\.azureml\.ms$"));
            Assert.That(running.GetProperty("board").GetProperty("endpoint").GetString(), Does.StartWith("https://7007-"));
            Assert.That(running.GetProperty("lab").GetProperty("status").GetString(), Is.EqualTo("Running"));
            Assert.That(over.GetProperty("lab").GetProperty("status").GetString(), Is.EqualTo("Stopped"));
            Assert.That(running.GetProperty("Studio").GetProperty("status").ValueKind, Is.EqualTo(JsonValueKind.Null));
        }
    }

    [Test]
    public async Task ServiceInstances_OfANode_AreThoseThatItHas()
    {
        using RawService service = Manual();
        await service.PutJobAsync("a", RawService.CommandBody(more: Services));
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        JsonElement first = (await service.SendAsync("GET", $"{service.History}/runs/a/serviceinstances/0")).Json.GetProperty("instances");
        JsonElement second = (await service.SendAsync("GET", $"{service.History}/runs/a/serviceinstances/1")).Json.GetProperty("instances");
        RawAnswer wrong = await service.SendAsync("GET", $"{service.History}/runs/a/serviceinstances/x");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RawAnswer.Names(first), Is.EqualTo(new[] { "lab", "board" }));
            Assert.That(RawAnswer.Names(second), Is.EqualTo(new[] { "board" }));
            Assert.That(RawAnswer.Names(first.GetProperty("board")), Is.EqualTo(new[] { "type", "port", "status", "error", "endpoint", "properties" }));
            Assert.That(first.GetProperty("board").GetProperty("properties").GetProperty("logDir").GetString(), Is.EqualTo("./logs"));
            Assert.That(first.GetProperty("board").GetProperty("endpoint").GetString(), Is.EqualTo((await ServicesAsync(service)).GetProperty("board").GetProperty("endpoint").GetString()));
            Assert.That(wrong.Status, Is.EqualTo(400));
        }
    }

    [Test]
    public async Task RayDashboard_OnceTheJobRuns_IsToldAsRecorded()
    {
        using RawService service = Manual();
        await service.ArmAsync("PUT", "jobs/a", RawService.CommandBody(more: "\"distribution\":{\"distributionType\":\"Ray\"}"), "2023-04-01-preview");
        JsonElement before = await ServicesAsync(service, "2023-04-01-preview");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));
        JsonElement running = await ServicesAsync(service, "2023-04-01-preview");
        service.Serverless.Advance(TimeSpan.FromHours(2));
        JsonElement dashboard = (await ServicesAsync(service, "2023-04-01-preview")).GetProperty("ray-dashboard");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RawAnswer.Names(before), Is.EqualTo(new[] { "Tracking", "Studio" }));
            Assert.That(RawAnswer.Names(running), Is.EqualTo(new[] { "Tracking", "Studio", "ray-dashboard" }));
            Assert.That(dashboard.GetProperty("jobServiceType").GetString(), Is.EqualTo("Custom"));
            Assert.That(dashboard.GetProperty("port").GetInt32(), Is.EqualTo(8265));
            Assert.That(dashboard.GetProperty("endpoint").GetString(), Does.StartWith("https://8265-<nodeIndex>-").And.EndWith(".eastus.nodes.azureml.ms"));
            Assert.That(dashboard.GetProperty("status").GetString(), Is.EqualTo("NotStarted"));
            Assert.That(dashboard.GetProperty("properties").GetRawText(), Is.EqualTo("{}"));
        }
    }

    [Test]
    public async Task RayDashboard_SwitchedOff_IsNotThere()
    {
        using RawService service = Manual();
        await service.ArmAsync("PUT", "jobs/a", RawService.CommandBody(more: "\"distribution\":{\"distributionType\":\"Ray\",\"includeDashboard\":false}"), "2023-04-01-preview");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        Assert.That(RawAnswer.Names(await ServicesAsync(service, "2023-04-01-preview")), Is.EqualTo(new[] { "Tracking", "Studio" }));
    }
}
