using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace ServerlessCompute;

/// <summary>Who asks, and that he is still known after hours.</summary>
internal sealed class TokenTests
{
    private static readonly CommandJob _train = Command.Run("train").WithEnvironment("e:1");

    [Test]
    public async Task Wait_ForTenHours_SendsNoTokenThatHasEnded()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train", job => job.DelayAsync(TimeSpan.FromHours(10)));
        var credential = new MintingCredential(serverless.TimeProvider, TimeSpan.FromHours(1));
        var guard = new Guard(serverless.Transport, serverless.TimeProvider, TimeSpan.FromHours(1));
        ServerlessComputeClient client = Client(serverless, credential, guard);

        JobResult result = await (await client.SubmitAsync(_train)).WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(guard.Refused, Is.Zero);
            Assert.That(guard.Tokens, Has.Count.GreaterThan(8));
        }
    }

    [Test]
    public async Task Watch_ForTenHoursWithLogs_LosesAndRepeatsNoLine()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train", async job =>
        {
            for (int i = 0; i < 200; i++)
            {
                await job.DelayAsync(TimeSpan.FromMinutes(3));
                job.Log($"line {i}");
            }
        });
        var credential = new MintingCredential(serverless.TimeProvider, TimeSpan.FromMinutes(20));
        var guard = new Guard(serverless.Transport, serverless.TimeProvider, TimeSpan.FromMinutes(20));
        JobRun run = await Client(serverless, credential, guard).SubmitAsync(_train);

        List<string> lines = await run.WatchAsync().OfType<JobLogLine>().Select(e => e.Line).Where(line => line.StartsWith("line", StringComparison.Ordinal)).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Is.EqualTo(Enumerable.Range(0, 200).Select(i => $"line {i}")));
            Assert.That(guard.Refused, Is.Zero);
        }
    }

    [Test]
    public async Task Wait_CredentialIsDownForLong_GoesOn()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train", job => job.DelayAsync(TimeSpan.FromHours(3)));
        DateTimeOffset start = serverless.Now;
        var credential = new MintingCredential(serverless.TimeProvider, TimeSpan.FromMinutes(30)) { IsDown = () => serverless.Now - start is var since && since > TimeSpan.FromMinutes(10) && since < TimeSpan.FromMinutes(100) };
        var guard = new Guard(serverless.Transport, serverless.TimeProvider, TimeSpan.FromMinutes(30));
        JobRun run = await Client(serverless, credential, guard).SubmitAsync(_train);

        JobResult result = await run.WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(credential.Failures, Is.Positive);
            Assert.That(guard.Refused, Is.Zero);
        }
    }

    [Test]
    public async Task Submit_CredentialGivesNoToken_ThrowsWhatItSays()
    {
        using var serverless = new InMemoryServerless();
        ServerlessComputeClient client = Client(serverless, new MintingCredential(serverless.TimeProvider, TimeSpan.FromHours(1)) { IsDown = () => true }, serverless.Transport);

        AuthenticationFailedException e = (await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.SubmitAsync(_train)))!;

        Assert.That(e.Message, Does.Contain("identity endpoint"));
    }

    [Test]
    public async Task Request_TokenRefused_IsSentOnceMoreWithAnother()
    {
        using var serverless = new InMemoryServerless();
        serverless.Faults.ExpireTokens(FaultPlan.First(1));

        JobRun run = await serverless.CreateClient().SubmitAsync(_train);

        Assert.That(run.WasCreated, Is.True);
    }

    [Test]
    public async Task Request_CredentialHasNoOtherToken_EndsAsUnauthorized()
    {
        using var serverless = new InMemoryServerless();
        serverless.Faults.ExpireTokens(FaultPlan.First(1));

        ServerlessRequestException e = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Client(serverless, new AnyCredential(), serverless.Transport).SubmitAsync(_train)))!;

        Assert.That((e.Status, e.ErrorCode), Is.EqualTo((401, "ExpiredAuthenticationToken")));
    }

    [Test]
    public async Task Request_ServiceWantsClaims_AsksTheCredentialForThem()
    {
        using var serverless = new InMemoryServerless();
        const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1767603600"}}}""";
        var transport = new FaultyTransport(serverless.Transport)
            .Answer(401, "", ("WWW-Authenticate", $"Bearer authorization_uri=\"https://login.example\", error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims))}\""));
        var credential = new MintingCredential(serverless.TimeProvider, TimeSpan.FromHours(1));

        await Client(serverless, credential, transport).SubmitAsync(_train);

        Assert.That(credential.Asked.Select(asked => asked.Claims), Is.EqualTo(new[] { null, Claims }));
    }

    [Test]
    public async Task Submit_AsUser_SendsTheUsersTokenOnThePutAlone([Values] bool isPipeline)
    {
        using var serverless = new InMemoryServerless();
        var credential = new MintingCredential(serverless.TimeProvider, TimeSpan.FromHours(1)) { Audience = scope => $"\"{scope.Replace("/.default", "", StringComparison.Ordinal)}\"" };
        var seen = new Seen(serverless.Transport);
        Job job = isPipeline ? Pipeline.Define("p", p => p.Add("a", Command.Run("train").WithEnvironment("e:1"))) : _train.WithIdentity(new UserIdentityConfiguration());

        await (await Client(serverless, credential, seen).SubmitAsync(job)).WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            (string Request, string? Token)[] withToken = [.. seen.Requests.Where(request => request.Token is not null)];
            Assert.That(withToken, Has.Length.EqualTo(1));
            Assert.That(withToken[0].Request, Does.StartWith("PUT ").And.Contain("/jobs/"));
            Assert.That(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(withToken[0].Token!.Split('.')[1])), Does.Contain("\"aud\":\"https://ml.azure.com\""));
            Assert.That(credential.Asked.SelectMany(asked => asked.Scopes).Distinct(), Is.EquivalentTo(new[] { "https://management.azure.com/.default", "https://ml.azure.com/.default" }));
        }
    }

    private static IEnumerable<TestCaseData> ManagedIdentities()
    {
        const string Id = "11111111-2222-3333-4444-555555555555";
        const string Resource = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/train";
        yield return new TestCaseData(new ManagedIdentityConfiguration { ClientId = Id }, "clientId", Id).SetArgDisplayNames("ClientId");
        yield return new TestCaseData(new ManagedIdentityConfiguration { ObjectId = Id }, "objectId", Id).SetArgDisplayNames("ObjectId");
        yield return new TestCaseData(new ManagedIdentityConfiguration { ResourceId = Resource }, "resourceId", Resource).SetArgDisplayNames("ResourceId");
    }

    [TestCaseSource(nameof(ManagedIdentities))]
    public async Task Submit_AsManagedIdentity_NamesItAndSendsNoUsersToken(ManagedIdentityConfiguration identity, string member, string value)
    {
        using var serverless = new InMemoryServerless();
        var seen = new Seen(serverless.Transport);

        await Client(serverless, new AnyCredential(), seen).SubmitAsync(_train.WithIdentity(identity));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen.Requests.Select(request => request.Token), Is.All.Null);
            Assert.That(serverless.Jobs.Single().Body.GetProperty("identity").GetProperty("identityType").GetString(), Is.EqualTo("Managed"));
            Assert.That(serverless.Jobs.Single().Body.GetProperty("identity").GetProperty(member).GetString(), Is.EqualTo(value));
        }
    }

    [TestCase("\"https://graph.microsoft.com\"")]
    [TestCase("[\"https://graph.microsoft.com\"]")]
    [TestCase("\"https://ml.azure.us\"")]
    public async Task Submit_AsUserWithATokenForSomebodyElse_IsRefusedBeforeItIsSent(string audience)
    {
        using var serverless = new InMemoryServerless();
        var credential = new MintingCredential(serverless.TimeProvider, TimeSpan.FromHours(1)) { Audience = scope => scope.Contains("ml.azure", StringComparison.Ordinal) ? audience : "\"x\"" };
        ServerlessComputeClient client = Client(serverless, credential, serverless.Transport);

        AuthenticationFailedException e = (await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.SubmitAsync(_train.WithIdentity(new UserIdentityConfiguration()))))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Message, Does.Contain("https://ml.azure.com").And.Contain(audience.Trim('[', ']', '"')).And.Not.Contain("e30."));
            Assert.That(serverless.Jobs, Is.Empty);
        }
    }

    [TestCase("AzureCloud", "https://management.azure.com", "https://ml.azure.com", "https://login.microsoftonline.com/")]
    [TestCase("AzureUSGovernment", "https://management.usgovcloudapi.net", "https://ml.azure.us", "https://login.microsoftonline.us/")]
    [TestCase("azurechinacloud", "https://management.chinacloudapi.cn", "https://ml.azure.cn", "https://login.chinacloudapi.cn/")]
    public async Task Cloud_Chosen_ChangesEveryAddressAndScope(string name, string resourceManager, string machineLearning, string authority)
    {
        using var serverless = new InMemoryServerless();
        var credential = new MintingCredential(serverless.TimeProvider, TimeSpan.FromHours(1));
        var seen = new Seen(serverless.Transport);
        ServerlessComputeClientOptions options = serverless.CreateClientOptions();
        options.Transport = seen;
        options.Cloud = AzureCloud.Parse(name);

        JobRun run = await new ServerlessComputeClient(serverless.Workspace, credential, options).SubmitAsync(_train.WithIdentity(new UserIdentityConfiguration()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen.Hosts, Is.EqualTo(new[] { new Uri(resourceManager).Host }));
            Assert.That(run.StudioUri.AbsoluteUri, Does.StartWith(machineLearning + "/runs/"));
            Assert.That(options.Cloud.AuthorityHost.AbsoluteUri, Is.EqualTo(authority));
            Assert.That(credential.Asked.SelectMany(asked => asked.Scopes).Distinct(), Is.EquivalentTo(new[] { resourceManager + "/.default", machineLearning + "/.default" }));
        }
    }

    [Test]
    public void Cloud_Unknown_IsRefusedWithTheKnownOnes() =>
        Assert.That(() => AzureCloud.Parse("AzureGermanCloud"), Throws.TypeOf<FormatException>().With.Message.Contains("AzureUSGovernment"));

    [TestCase("http://management.example", false)]
    [TestCase("http://127.0.0.1:1", true)]
    [TestCase("http://localhost:1", true)]
    public void Token_WithoutEncryption_LeavesThisMachineNever(string address, bool isSent)
    {
        using var serverless = new InMemoryServerless();
        ServerlessComputeClientOptions options = serverless.CreateClientOptions();
        options.ResourceManagerEndpoint = new Uri(address);
        var seen = new Seen(serverless.Transport);
        options.Transport = seen;
        var client = new ServerlessComputeClient(serverless.Workspace, new AnyCredential(), options);

        Assert.That(async () => await client.SubmitAsync(_train), isSent ? Throws.Nothing : Throws.InvalidOperationException.With.Message.Contains("not encrypted"));
        Assert.That(seen.Requests.Any(), Is.EqualTo(isSent));
    }

    private static ServerlessComputeClient Client(InMemoryServerless serverless, TokenCredential credential, HttpPipelineTransport transport)
    {
        ServerlessComputeClientOptions options = serverless.CreateClientOptions();
        options.Transport = transport;
        return new ServerlessComputeClient(serverless.Workspace, credential, options);
    }

    /// <summary>Notes who was asked, and with which user's token.</summary>
    private sealed class Seen(HttpPipelineTransport service) : HttpPipelineTransport
    {
        private readonly List<(string Request, string? Token, string Host)> _seen = [];

        public IEnumerable<(string Request, string? Token)> Requests => _seen.Select(one => (one.Request, one.Token));

        public IEnumerable<string> Hosts => _seen.Select(one => one.Host).Distinct();

        public override Request CreateRequest() => service.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Request request = message.Request;
            lock (_seen)
            {
                _seen.Add(($"{request.Method} {request.Uri.Path}", request.Headers.TryGetValue("x-azureml-token", out string? token) ? token : null, request.Uri.Host!));
            }

            return service.ProcessAsync(message);
        }
    }

    /// <summary>Refuses a token that is older than it may be, as the service does.</summary>
    private sealed class Guard(HttpPipelineTransport service, TimeProvider time, TimeSpan life) : HttpPipelineTransport
    {
        private readonly Dictionary<string, DateTimeOffset> _tokens = [];

        public IReadOnlyCollection<string> Tokens => _tokens.Keys;

        public int Refused { get; private set; }

        public override Request CreateRequest() => service.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            lock (_tokens)
            {
                if (message.Request.Headers.TryGetValue("Authorization", out string? token))
                {
                    _tokens.TryAdd(token, time.GetUtcNow());
                    Refused += time.GetUtcNow() - _tokens[token] > life ? 1 : 0;
                }
            }

            return service.ProcessAsync(message);
        }
    }
}
