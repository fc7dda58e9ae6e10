using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Moq;

namespace ServerlessCompute;

/// <summary>
/// A workspace that answers what this room asks, in the recorded shapes, before the blob service of the in-memory engine. It keeps what
/// it was asked, and a test can put another answer in the place of any.
/// </summary>
internal sealed class AssetWorkspace : HttpPipelineTransport
{
    public const string Path = "/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w";
    private const string Account = "stworkspace";

    private readonly SasSigner _signer = new("seed");
    private readonly BlobService _blobs;
    private readonly List<(string Request, string Body)> _requests = [];
    private readonly ConcurrentDictionary<string, int> _uploads = new(StringComparer.Ordinal);

    public AssetWorkspace()
    {
        Store = new BlobStore(Clock);
        _blobs = new BlobService(Store, _signer);
        Store.Container(Account, "azureml-blobstore");
        Store.Container(Account, "azureml");
        Context = new AssetContext
        {
            Sender = new RequestSender(new HttpPipeline(this), new ServerlessComputeClientOptions()),
            ArmEndpoint = new Uri("https://management.azure.com"),
            WorkspacePath = Path,
            BlobTransport = this,
            BlobRetryPolicy = new NoRetries(),
            Credential = Credential(),
            Ids = IdSource.FromSeed(1),
        };
    }

    public StorageClock Clock { get; } = new();

    public BlobStore Store { get; }

    public AssetContext Context { get; init; }

    /// <summary>Looks at each request first; null lets it pass.</summary>
    public Func<EngineRequest, EngineResponse?> Intercept { get; set; } = _ => null;

    /// <summary>What <c>listSecrets</c> gives.</summary>
    public string SecretsType { get; set; } = "Sas";

    /// <summary>Members of the datastore beside those that every test needs.</summary>
    public string DatastoreProperties { get; set; } = """ "endpoint": "core.windows.net", "protocol": "https", "credentials": {"credentialsType": "AccountKey"} """;

    /// <summary>Verb and path from the workspace or the container on, without the api-version.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests.Select(r => r.Request)];
            }
        }
    }

    public string this[string blob] => BlobFixture.Text(Store.Container(Account, "azureml-blobstore").TryGet(blob)!.Content);

    public IEnumerable<string> Blobs(string container = "azureml-blobstore") =>
        Store.Container(Account, container).List("", null, null, int.MaxValue).Entries.Select(e => e.Name);

    public JsonElement Body(string request)
    {
        lock (_requests)
        {
            return JsonDocument.Parse(_requests.Last(r => r.Request.StartsWith(request, StringComparison.Ordinal)).Body).RootElement;
        }
    }

    public IReadOnlyList<JsonElement> Bodies(string request)
    {
        lock (_requests)
        {
            return [.. _requests.Where(r => r.Request.StartsWith(request, StringComparison.Ordinal)).Select(r => JsonElement.Parse(r.Body))];
        }
    }

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        KeyValuePair<string, string>[] headers = [.. message.Request.Headers.Select(h => KeyValuePair.Create(h.Name, h.Value))];
        var request = new EngineRequest(message.Request.Method.Method, message.Request.Uri.ToUri(), headers, body.ToArray());
        message.Response = new TransportResponse(Answer(request), message.Request.ClientRequestId);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return ValueTask.CompletedTask;
    }

    public static EngineResponse Json(int status, string json) => new(status, Encoding.UTF8.GetBytes(json), "application/json");

    private EngineResponse Answer(EngineRequest request)
    {
        bool isBlob = request.Uri.Host.StartsWith(Account, StringComparison.Ordinal);
        string query = string.Join('&', request.Uri.Query.TrimStart('?').Split('&').Where(m => IsTelling(m)));
        string path = Uri.UnescapeDataString(request.Uri.AbsolutePath).Replace(Path + "/", "", StringComparison.Ordinal);
        lock (_requests)
        {
            _requests.Add(($"{request.Method} {path}{(query.Length > 0 ? "?" + query : "")}", isBlob ? "" : Encoding.UTF8.GetString(request.Body.Span)));
        }

        return Intercept(request) ?? (isBlob ? _blobs.Handle(request) : Manage(request.Method, path, query));
    }

    private static bool IsTelling(string member) =>
        member.Length > 0 && !member.StartsWith("api-version", StringComparison.Ordinal) && member.Split('=')[0] is not ("sv" or "st" or "se" or "sr" or "sp" or "sig" or "ss" or "srt");

    private EngineResponse Manage(string method, string path, string query) => (method, path.Split('/')) switch
    {
        ("GET", ["codes", _, "versions"]) => Json(200, """{"value":[]}"""),
        ("POST", ["codes", var name, "versions", "1", "startPendingUpload"]) => StartUpload(Fresh("code-" + name)),
        ("PUT", [_, _, "versions", _]) => Json(201, $$$"""{"id":"{{{Path}}}/{{{path}}}","name":"1","properties":{}}"""),
        ("GET", ["datastores", var name]) => Datastore(name),
        ("POST", ["datastores", _, "listSecrets"]) => Secrets(),
        ("GET", ["data", _]) => Json(200, """{"properties":{"latestVersion":"7"}}"""),
        ("GET", [_, _, "versions"]) when query.Contains("$top=1", StringComparison.Ordinal) => Json(200, """{"value":[{"name":"9"}]}"""),
        _ => Json(404, """{"error":{"code":"UserError","message":"nothing here"}}"""),
    };

    /// <summary>Recorded: asked again, the service gives another container.</summary>
    private string Fresh(string container)
    {
        int number = _uploads.AddOrUpdate(container, 1, static (_, count) => count + 1);
        return number == 1 ? container : $"{container}-{number}";
    }

    private EngineResponse StartUpload(string container)
    {
        Store.Container(Account, container);
        string address = $"https://{Account}.blob.core.windows.net:443/{container}";
        Uri signed = _signer.SignContainer(Account, container, SasPermissions.Read | SasPermissions.Create | SasPermissions.Write | SasPermissions.List, Clock.Now.AddMinutes(-5), Clock.Now.AddHours(8));
        return Json(200, $$$"""{"blobReferenceForConsumption":{"blobUri":"{{{address}}}","credential":{"credentialType":"SAS","sasUri":"{{{signed.AbsoluteUri}}}"}},"pendingUploadType":"None"}""");
    }

    private EngineResponse Datastore(string name)
    {
        string container = name == "workspaceartifactstore" ? "azureml" : "azureml-blobstore";
        return Json(200, $$$"""{"name":"{{{name}}}","properties":{"datastoreType":"AzureBlob","accountName":"{{{Account}}}","containerName":"{{{container}}}",{{{DatastoreProperties}}}}}""");
    }

    private EngineResponse Secrets() => SecretsType switch
    {
        "Sas" => Json(200, $$"""{"secretsType":"Sas","sasToken":"?{{_signer.SignAccount(Account, (SasPermissions)63, Clock.Now.AddMinutes(-5), Clock.Now.AddHours(1))}}"}"""),
        "AccountKey" => Json(200, $$"""{"secretsType":"AccountKey","key":"{{_signer.AccountKey(Account)}}"}"""),
        _ => Json(403, """{"error":{"code":"AuthorizationFailed","message":"no"}}"""),
    };

    private static TokenCredential Credential()
    {
        var credential = new Mock<TokenCredential>();
        credential.Setup(c => c.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).ReturnsAsync(new AccessToken("token", DateTimeOffset.MaxValue));
        return credential.Object;
    }

    private sealed class NoRetries : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNextAsync(message, pipeline);
    }
}
