using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Diagnostics;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Secrets are planted wherever the client meets any, and then looked for in everything that it says: logs, traces, measurements, events of
/// Azure.Core, exceptions, recordings, texts of values. A secret is every token, key and password that was given, and every signature that
/// the service gave out.
/// </summary>
internal sealed partial class CanaryTests : IDisposable
{
    private const string Token = "canary-token";
    private const string Key = "Y2FuYXJ5LWtleS1jYW5hcnkta2V5LWNhbmFyeS1rZXk=";
    private const string Sas = "sv=2024-01-01&sig=canary%2Fsas%3D";
    private const string Password = "canary-password";
    private const string Variable = "canary-variable";

    private readonly FileTree _tree = new FileTree().File("src/train.py", "print(1)\n").File("data/a.csv", "1,2\n");
    private readonly InMemoryServerless _serverless = new();
    private readonly LogKeeper _log = new();
    private readonly SpanKeeper _spans = new(all: true);
    private readonly MeasurementKeeper _measurements = new(workspace: null);
    private readonly ConcurrentQueue<string> _said = new();
    private readonly AzureEventSourceListener _events;
    private readonly Planter _planter;
    private readonly ServerlessComputeClient _client;
    private readonly string _recordings;

    public CanaryTests()
    {
        _recordings = Path.Combine(_tree.Root, "recordings");
        _events = new AzureEventSourceListener((e, text) => _said.Enqueue($"{e.EventSource.Name} {text}"), System.Diagnostics.Tracing.EventLevel.Verbose);
        _planter = new Planter(_serverless.Transport);
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = new RecordingTransport(_planter, _recordings);
        options.LoggerFactory = _log;
        _client = new ServerlessComputeClient(_serverless.Workspace, new CanaryCredential(), options);
    }

    public void Dispose()
    {
        _events.Dispose();
        _measurements.Dispose();
        _spans.Dispose();
        _log.Dispose();
        _serverless.Dispose();
        _tree.Dispose();
    }

    [Test]
    public async Task Secrets_Planted_AreInNoSink()
    {
        _serverless.OnCommand("train", job =>
        {
            job.Log("hello");
            job.LogMetric("loss", 0.5);
            job.WriteOutput("model", "weights.bin", "w");
        });
        await AdministerAsync();
        await RunAsync();
        await FailAsync();
        await _client.CheckConnectionAsync();

        // What a transport throws Azure.Core tells as it is; sockets have no query in theirs.
        string[] events = [.. _said], requests = [.. _spans.Spans.Where(static span => span.Source.Name != ServerlessComputeTelemetry.ActivitySourceName).Select(Text)];
        await BreakAsync();

        string[] secrets = [.. _planter.Given.Keys.Concat([Token, Key, "canary%2Fsas%3D", "canary/sas=", Password, Variable]).SelectMany(secret => new[] { secret, Uri.UnescapeDataString(secret) }).Distinct()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_planter.Given.Keys.Count(secret => secret.Length > 20), Is.AtLeast(5), "The service gave out signatures.");
            Assert.That(new[] { Token, Key, Password, Variable }.Where(secret => !_planter.Sent.Any(sent => sent.Contains(secret, StringComparison.Ordinal))), Is.Empty, "Each was sent.");
            Look("logs", [.. _log.Kept.Select(kept => kept.Text)], atLeast: 10);
            Look("spans", [.. _spans.Spans.Where(static span => span.Source.Name == ServerlessComputeTelemetry.ActivitySourceName).Select(Text)], atLeast: 8);
            Look("spans of Azure.Core", requests, atLeast: 30);
            Look("measurements", [.. _measurements.Kept.Select(kept => $"{kept.Name} {string.Join(" ", kept.Tags)}")], atLeast: 10);
            Look("events of Azure.Core", events, atLeast: 30);
            Look("texts", [.. _planter.Texts], atLeast: 15);
            Look("recordings", [.. Directory.EnumerateFiles(_recordings).Select(file => Variables().Replace(File.ReadAllText(file), ""))], atLeast: 20);
        }

        void Look(string sink, string[] texts, int atLeast)
        {
            Assert.That(texts, Has.Length.AtLeast(atLeast), sink);
            Assert.That(texts.Where(text => secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal))), Is.Empty, sink);
        }
    }

    private async Task AdministerAsync()
    {
        DatastoreCredentials[] all = [DatastoreCredentials.AccountKey(Key), DatastoreCredentials.Sas(Sas), DatastoreCredentials.ServicePrincipal(Guid.Empty.ToString(), Guid.Empty.ToString(), Password)];
        for (int i = 0; i < all.Length; i++)
        {
            Datastore store = await _client.CreateDatastoreAsync(Datastore.Blob($"store{i}", "account", "container", all[i]), skipValidation: true);
            _planter.Texts.Add($"{all[i]} {store} {store.Credentials}");
        }
    }

    private async Task RunAsync()
    {
        var model = Output.UriFolder();
        CommandJob job = Command.Run($"python train.py --out {model}").WithCode("src").WithEnvironment("e:1").WithInput("data", Input.UriFolder("data"))
            .WithIdentity(new UserIdentityConfiguration()) with
        { EnvironmentVariables = [new("PASSWORD", Secret.Of(Variable))] };
        var options = new SubmitOptions { BaseFolder = _tree.Root };
        _planter.Texts.AddRange([$"{job}", $"{await _client.PlanAsync(job, options)}", $"{await _client.PreflightAsync(job)}", job.ToCSharp(), $"{job.Validate()}"]);

        JobRun run = await _client.SubmitAsync(job, options);
        await foreach (JobEvent e in run.WatchAsync())
        {
            _planter.Texts.Add(e.ToString()!);
        }

        JobResult result = await run.WaitForCompletionAsync();
        _planter.Texts.AddRange([$"{run}", $"{result}"]);
        await run.DownloadOutputAsync("model", Path.Combine(_tree.Root, "down"));
        _planter.Texts.AddRange((await run.ReadLogAsync().ToListAsync()).Select(line => line.ToString()!));
    }

    private async Task FailAsync()
    {
        const string Connection = $"DefaultEndpointsProtocol=https;AccountName=a;AccountKey={Key};EndpointSuffix=core.windows.net";
        const string Address = $"https://account.blob.core.windows.net/c/b?{Sas}";
        foreach ((int status, string body) in new[]
        {
            (400, $$$"""{"error":{"code":"UserError","message":"Cannot connect with {{{Connection}}}"}}"""),
            (403, $$$"""{"error":{"code":"AuthorizationFailed","message":"{{{Address}}} is not yours, Bearer {{{Token}}}"}}"""),
            (502, $"upstream {Address} gone"),
        })
        {
            _planter.Next = message =>
            {
                message.Response = new TransportResponse(new EngineResponse(status, Encoding.UTF8.GetBytes(body), "application/json"), message.Request.ClientRequestId);
                return true;
            };
            await NoteAsync(() => _client.GetJobAsync("x"));
        }

        _planter.Next = null;
    }

    private async Task BreakAsync()
    {
        const string Address = $"https://account.blob.core.windows.net/c/b?{Sas}";
        _planter.Next = _ => throw new IOException($"Connection to {Address} was reset.");
        await NoteAsync(() => _client.GetJobAsync("x"));
        _planter.Next = _ => throw new RequestFailedException($"Connection to {Address} was reset.");
        await NoteAsync(() => _client.SubmitAsync(Command.Run("train").WithEnvironment("e:1")));
        _planter.Next = null;
    }

    private async Task NoteAsync(Func<Task> call)
    {
        try
        {
            await call();
            Assert.Fail("This was to fail.");
        }
        catch (RequestFailedException e)
        {
            _planter.Texts.Add(e.ToString());
        }
    }

    private static string Text(Activity span) =>
        $"{span.DisplayName} {span.StatusDescription} {string.Join(" ", span.TagObjects)} {string.Join(" ", span.Events.SelectMany(e => e.Tags.Prepend(new("event", e.Name))))}";

    /// <summary>Variables of jobs are what users send and may read again; what the library shows of them is looked at elsewhere.</summary>
    [GeneratedRegex("\"PASSWORD\": \"[^\"]*\"")]
    private static partial Regex Variables();

    /// <summary>Notes every secret that the service gives out, and everything that is sent to it.</summary>
    private sealed partial class Planter(HttpPipelineTransport service) : HttpPipelineTransport
    {
        public ConcurrentDictionary<string, bool> Given { get; } = new();

        public ConcurrentBag<string> Sent { get; } = [];

        public List<string> Texts { get; } = [];

        /// <summary>Answers in the service's place.</summary>
        public Func<HttpMessage, bool>? Next { get; set; }

        public override Request CreateRequest() => service.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            using var body = new MemoryStream();
            message.Request.Content?.WriteTo(body, CancellationToken.None);
            Sent.Add($"{message.Request.Uri} {string.Join(" ", message.Request.Headers)} {Encoding.UTF8.GetString(body.ToArray())}");
            if (Next?.Invoke(message) == true)
            {
                return;
            }

            await service.ProcessAsync(message);
            if (message.Response.ContentStream is MemoryStream answer)
            {
                foreach (Match match in Signatures().Matches(Encoding.UTF8.GetString(answer.ToArray())))
                {
                    Given.TryAdd(match.Groups["secret"].Value, true);
                }
            }
        }

        [GeneratedRegex("""(sig=|"key"\s*:\s*")(?<secret>[A-Za-z0-9%+/=_-]{20,})""", RegexOptions.ExplicitCapture)]
        private static partial Regex Signatures();
    }

    private sealed class CanaryCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
