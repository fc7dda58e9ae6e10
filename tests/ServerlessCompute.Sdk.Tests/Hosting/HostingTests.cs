using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServerlessCompute;

/// <summary>Clients in a program's services, described by its configuration.</summary>
internal sealed class HostingTests
{
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    private const string Identity = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/u";

    [Test]
    public void AddServerlessCompute_FromConfiguration_ReadsEverySetting()
    {
        ServerlessComputeOptions options = Options(
            ("Workspace", Workspace),
            ("Cloud", "AzureUSGovernment"),
            ("ResourceManagerEndpoint", "https://proxy.example"),
            ("ServiceVersion", "2024-04-01"),
            ("Credential:Kind", "managedIdentity"),
            ("Credential:TenantId", "t"),
            ("Credential:ClientId", "c"),
            ("Resilience:MaxRetries", "7"),
            ("Resilience:Delay", "00:00:02"),
            ("Resilience:MaxDelay", "00:00:03"),
            ("Resilience:AttemptTimeout", "00:00:04"),
            ("Resilience:TotalTimeout", "00:00:05"),
            ("Resilience:RetryBudget", "8"),
            ("Resilience:WatchPatience", "02:00:00"),
            ("Resilience:HedgeReadsAfter", "00:00:06"),
            ("Resilience:PacesRequests", "false"),
            ("Resilience:Breaker:FailureRatio", "0.5"),
            ("Resilience:Breaker:MinimumRequests", "9"),
            ("Resilience:Breaker:Window", "00:00:10"),
            ("Resilience:Breaker:Break", "00:00:11"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.Workspace, Is.EqualTo(WorkspaceId.Parse(Workspace)));
            Assert.That(options.Cloud, Is.EqualTo(AzureCloud.UsGovernment));
            Assert.That(options.ResourceManagerEndpoint, Is.EqualTo(new Uri("https://proxy.example")));
            Assert.That(options.ServiceVersion, Is.EqualTo(ServerlessComputeClientOptions.ServiceVersion.V2024_04_01));
            Assert.That((options.Credential.Kind, options.Credential.TenantId, options.Credential.ClientId), Is.EqualTo((CredentialKind.ManagedIdentity, "t", "c")));
            Assert.That(options.Resilience, Is.EqualTo(new ResilienceOptions
            {
                MaxRetries = 7,
                Delay = TimeSpan.FromSeconds(2),
                MaxDelay = TimeSpan.FromSeconds(3),
                AttemptTimeout = TimeSpan.FromSeconds(4),
                TotalTimeout = TimeSpan.FromSeconds(5),
                RetryBudget = 8,
                WatchPatience = TimeSpan.FromHours(2),
                HedgeReadsAfter = TimeSpan.FromSeconds(6),
                PacesRequests = false,
                Breaker = new BreakerOptions { FailureRatio = 0.5, MinimumRequests = 9, Window = TimeSpan.FromSeconds(10), Break = TimeSpan.FromSeconds(11) },
            }));
        }
    }

    [Test]
    public void AddServerlessCompute_NothingButTheWorkspace_LeavesTheDefaults()
    {
        ServerlessComputeOptions options = Options(("SubscriptionId", "s"), ("ResourceGroup", "rg"), ("WorkspaceName", "ws"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.Workspace, Is.EqualTo(new WorkspaceId("s", "rg", "ws")));
            Assert.That(options.Resilience, Is.EqualTo(new ResilienceOptions()));
            Assert.That(options.ServiceVersion, Is.Null);
        }
    }

    [Test]
    public void AddServerlessCompute_BreakerOff_HasNone() =>
        Assert.That(Options(("Workspace", Workspace), ("Resilience:Breaker", "off")).Resilience.Breaker, Is.Null);

    [Test]
    public async Task Host_ConfigurationIsWrong_DoesNotStartAndSaysEverything()
    {
        HostApplicationBuilder builder = Builder(
            ("ServerlessCompute:SubscriptionId", "s"),
            ("ServerlessCompute:Cloud", "Mars"),
            ("ServerlessCompute:ServiceVersion", "2019"),
            ("ServerlessCompute:Resiliance:MaxRetries", "1"),
            ("ServerlessCompute:Resilience:MaxRetries", "often"),
            ("ServerlessCompute:Resilience:RetryBudget", "-1"),
            ("ServerlessCompute:Credential:Kind", "3"),
            ("ServerlessCompute:Credential:Secret", "s3cret-canary"));
        builder.Services.AddServerlessCompute(builder.Configuration.GetSection("ServerlessCompute"));
        using IHost host = builder.Build();

        OptionsValidationException e = (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync()))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Failures.Count(), Is.EqualTo(8));
            Assert.That(e.Message, Does.Contain("ResourceGroup and WorkspaceName must be set, too."));
            Assert.That(e.Message, Does.Contain("No cloud is named 'Mars'"));
            Assert.That(e.Message, Does.Contain("ServiceVersion is '2019'; it is one of 2024-04-01,"));
            Assert.That(e.Message, Does.Contain("Resiliance means nothing here. Known are Cloud, Credential,"));
            Assert.That(e.Message, Does.Contain("Resilience:MaxRetries is 'often'; it is a whole number."));
            Assert.That(e.Message, Does.Contain("Resilience: MaxRetries and RetryBudget are not negative."));
            Assert.That(e.Message, Does.Contain("Credential:Kind is '3'; it is one of Default, ManagedIdentity,"));
            Assert.That(e.Message, Does.Contain("Credential:Secret means nothing here").And.Not.Contain("s3cret-canary"));
        }
    }

    [Test]
    public void AddServerlessCompute_NoWorkspace_SaysWhatToSet() => Assert.That(
        () => Options(),
        Throws.TypeOf<OptionsValidationException>().With.Message.Contains("No workspace is named"));

    [TestCase("Credential:ObjectId", "o", "Credential:ClientId", "c", "set one of them")]
    [TestCase("Credential:ObjectId", "o", "Credential:Kind", "Default", "set Kind to ManagedIdentity")]
    [TestCase("Credential:ResourceId", "x", "Credential:Kind", "ManagedIdentity", "is no resource id")]
    [TestCase("Credential:ClientId", "c", "Credential:Kind", "AzureCli", "no ClientId")]
    public void AddServerlessCompute_CredentialMakesNoSense_IsRefused(string key, string value, string other, string otherValue, string message) => Assert.That(
        () => Options(("Workspace", Workspace), (key, value), (other, otherValue)),
        Throws.TypeOf<OptionsValidationException>().With.Message.Contains(message));

    [TestCase(CredentialKind.Default, null, null, null, typeof(DefaultAzureCredential))]
    [TestCase(CredentialKind.ManagedIdentity, null, null, null, typeof(ManagedIdentityCredential))]
    [TestCase(CredentialKind.ManagedIdentity, "c", null, null, typeof(ManagedIdentityCredential))]
    [TestCase(CredentialKind.ManagedIdentity, null, "o", null, typeof(ManagedIdentityCredential))]
    [TestCase(CredentialKind.ManagedIdentity, null, null, Identity, typeof(ManagedIdentityCredential))]
    [TestCase(CredentialKind.WorkloadIdentity, "c", null, null, typeof(WorkloadIdentityCredential))]
    [TestCase(CredentialKind.AzureCli, null, null, null, typeof(AzureCliCredential))]
    public void Credential_EachKind_IsMade(CredentialKind kind, string? client, string? @object, string? resource, Type type)
    {
        var options = new CredentialOptions { Kind = kind, TenantId = "t", ClientId = client, ObjectId = @object, ResourceId = resource };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.Check(), Is.Empty);
            Assert.That(options.Create(AzureCloud.China), Is.TypeOf(type));
        }
    }

    [TestCase("client-7", null, null, "client_id=client-7")]
    [TestCase(null, "object-7", null, "object_id=object-7")]
    [TestCase(null, null, Identity, "msi_res_id=/subscriptions")]
    public async Task ManagedIdentity_NamedByAnyId_IsAskedForByIt(string? client, string? @object, string? resource, string query)
    {
        var asked = new MetadataService();
        ManagedIdentityCredentialOptions options = new CredentialOptions { Kind = CredentialKind.ManagedIdentity, ClientId = client, ObjectId = @object, ResourceId = resource }.ManagedOptions(AzureCloud.Public);
        options.Transport = asked;

        await new ManagedIdentityCredential(options).GetTokenAsync(new TokenRequestContext(["https://management.azure.com/.default"]), CancellationToken.None);

        Assert.That(asked.Queries, Has.Some.Contains(query));
    }

    [Test]
    public async Task Clients_WithNames_AreKeyedServicesOfTheirOwn()
    {
        using InMemoryServerless first = new(), second = new();
        HostApplicationBuilder builder = Builder();
        builder.Services.AddServerlessCompute(static _ => { }).UseClient(_ => first.CreateClient());
        builder.Services.AddServerlessCompute("research", static _ => { }).UseClient(_ => second.CreateClient());
        using IHost host = builder.Build();
        await host.StartAsync();

        ServerlessComputeClient client = host.Services.GetRequiredService<ServerlessComputeClient>();
        await host.Services.GetRequiredKeyedService<ServerlessComputeClient>("research").SubmitAsync(Command.Run("train").WithEnvironment("e:1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Jobs, Is.Empty);
            Assert.That(second.Jobs, Has.Count.EqualTo(1));
            Assert.That(host.Services.GetRequiredService<ServerlessComputeClient>(), Is.SameAs(client), "One client serves a whole program.");
        }

        await host.StopAsync();
    }

    [Test]
    public async Task Client_Made_TakesClockLoggersCredentialAndChangesOfTheHost()
    {
        using var serverless = new InMemoryServerless();
        using var log = new LogKeeper();
        HostApplicationBuilder builder = Builder(("S:Workspace", serverless.Workspace.ToString()), ("S:Resilience:MaxRetries", "1"));
        builder.Services.AddSingleton<ILoggerFactory>(log).AddSingleton(serverless.TimeProvider);
        ServerlessComputeClientOptions? made = null;
        builder.Services.AddServerlessCompute(builder.Configuration.GetSection("S"))
            .UseCredential(_ => new AnyCredential())
            .ConfigureClient((_, options) => options.Transport = serverless.Transport)
            .ConfigureClient((_, options) => made = options);
        using IHost host = builder.Build();

        await host.Services.GetRequiredService<ServerlessComputeClient>().SubmitAsync(Command.Run("train").WithEnvironment("e:1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(serverless.Jobs, Has.Count.EqualTo(1));
            Assert.That(made!.TimeProvider, Is.SameAs(serverless.TimeProvider));
            Assert.That(made.Resilience.MaxRetries, Is.EqualTo(1));
            Assert.That(log["JobSubmitted"].Count(), Is.EqualTo(1));
        }
    }

    private static ServerlessComputeOptions Options(params (string Key, string Value)[] settings)
    {
        IConfiguration section = Configuration(settings);
        var services = new ServiceCollection();
        services.AddServerlessCompute(section);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ServerlessComputeOptions>>().Value;
    }

    private static IConfiguration Configuration((string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();

    private static HostApplicationBuilder Builder(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(Configuration(settings));
        return builder;
    }

    /// <summary>Answers as a machine's metadata service does.</summary>
    private sealed class MetadataService : HttpPipelineTransport
    {
        public List<string> Queries { get; } = [];

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message)
        {
            Queries.Add(message.Request.Uri.Query);
            var answer = new EngineResponse(200, """{"access_token":"t","expires_in":"3600","expires_on":"4102444800","resource":"https://management.azure.com","token_type":"Bearer"}"""u8.ToArray(), "application/json");
            message.Response = new TransportResponse(answer, message.Request.ClientRequestId);
        }

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Process(message);
            return ValueTask.CompletedTask;
        }
    }
}
