using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ServerlessCompute;

/// <summary>Whether a program's clients reach their workspaces, in words that anybody may see.</summary>
internal sealed class HealthCheckTests : IDisposable
{
    private readonly InMemoryServerless _serverless = new();
    private readonly FaultyTransport _transport;

    public HealthCheckTests() => _transport = new FaultyTransport(_serverless.Transport);

    public void Dispose() => _serverless.Dispose();

    [Test]
    public async Task Check_WorkspaceAnswers_IsHealthy()
    {
        HealthReportEntry entry = await CheckAsync();

        Assert.That((entry.Status, entry.Description), Is.EqualTo((HealthStatus.Healthy, "Workspace 'serverless' answers.")));
        Assert.That(_transport.Requests, Has.Count.EqualTo(1).And.All.StartsWith("GET "));
    }

    [TestCase(429, HealthStatus.Degraded, "fewer requests")]
    [TestCase(403, HealthStatus.Unhealthy, "AuthorizationFailed")]
    [TestCase(500, HealthStatus.Unhealthy, "AuthorizationFailed")]
    public async Task Check_ServiceRefuses_TellsTheCodeAndNotTheWords(int status, HealthStatus health, string said)
    {
        _transport.Answer(status, """{"error":{"code":"AuthorizationFailed","message":"canary-token may not see this."}}""");

        HealthReportEntry entry = await CheckAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.Status, Is.EqualTo(health));
            Assert.That(entry.Description, Does.Contain(said).And.Not.Contain("canary"));
            Assert.That(entry.Exception, Is.Null);
        }
    }

    [Test]
    public async Task Check_CredentialFails_IsWhatAFailureIsSaidToBe()
    {
        HealthReportEntry entry = await CheckAsync(
            new MintingCredential(_serverless.TimeProvider, TimeSpan.FromHours(1)) { IsDown = () => true }, HealthStatus.Degraded);

        Assert.That((entry.Status, entry.Description), Is.EqualTo((HealthStatus.Degraded, "Workspace 'serverless' cannot be used: AuthenticationFailedException.")));
    }

    [Test]
    public async Task Check_OfANamedClient_HasItsName()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddHealthChecks().AddServerlessCompute("research", tags: ["ready"]);
        services.AddServerlessCompute("research", static _ => { }).UseClient(_ => _serverless.CreateClient());
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Status, Is.EqualTo(HealthStatus.Healthy));
            Assert.That(report.Entries.Keys, Is.EqualTo(new[] { "serverless-compute:research" }));
            Assert.That(report.Entries.Values.Single().Tags, Is.EqualTo(new[] { "ready" }));
        }
    }

    private async Task<HealthReportEntry> CheckAsync(Azure.Core.TokenCredential? credential = null, HealthStatus? failure = null)
    {
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = _transport;
        options.Resilience = ResilienceOptions.None;
        var services = new ServiceCollection();
        services.AddLogging().AddHealthChecks().AddServerlessCompute(failureStatus: failure);
        services.AddServerlessCompute(static _ => { }).UseClient(_ => new ServerlessComputeClient(_serverless.Workspace, credential ?? new AnyCredential(), options));
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries["serverless-compute"];
    }
}
