using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>
/// A service that says "it exists" to every look-up (as version 1, whatever label was asked for) and echoes every PUT: what is seen is the
/// client's own traffic. It answers as the stand-in does that the golden files of the corpus were recorded with. Thread-safe.
/// </summary>
internal sealed class StandInService
{
    public const string Subscription = "00000000-0000-0000-0000-000000000000";
    public const string Workspace = $"/subscriptions/{Subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    private const string Storage = $"/subscriptions/{Subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st";
    private const string Api = "https://eastus.api.azureml.ms";

    private readonly Lock _lock = new();
    private readonly List<StandInRequest> _requests = [];
    private readonly List<StandInRequest> _unknown = [];
    private readonly Dictionary<string, JsonObject> _stored = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All that was sent, in order.</summary>
    public IReadOnlyList<StandInRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The requests that it had no answer to but 404.</summary>
    public IReadOnlyList<StandInRequest> Unknown
    {
        get
        {
            lock (_lock)
            {
                return [.. _unknown];
            }
        }
    }

    /// <summary>A client whose workspace this is. Jobs without a name get the name that the golden files have.</summary>
    public ServerlessComputeClient CreateClient() => new(
        new WorkspaceId(Subscription, "rg", "ws"),
        DelegatedTokenCredential.Create((_, _) => new AccessToken("token", DateTimeOffset.MaxValue)),
        new ServerlessComputeClientOptions { Transport = new StandInTransport(this), JobNameGenerator = () => "job-name" });

    public StandInAnswer Answer(StandInRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            if (Find(request) is { } answer)
            {
                return answer;
            }

            _unknown.Add(request);
            return StandInAnswer.Json(404, new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = "UserError", ["message"] = $"{request.Method} {request.Path} not found" },
            });
        }
    }

    private StandInAnswer? Find(StandInRequest request)
    {
        if (request.IsStorage)
        {
            return Blob(request);
        }

        if (request.Path.EndsWith("/discovery", StringComparison.Ordinal))
        {
            return Ok(new JsonObject { ["api"] = Api, ["history"] = Api, ["studio"] = "https://ml.azure.com" });
        }

        return request.Path.Split('/') is ["", "subscriptions", _, "resourceGroups", _, "providers", "Microsoft.MachineLearningServices", _, var name, .. var rest]
            ? Manage(request, name, rest)
            : null;
    }

    private StandInAnswer? Manage(StandInRequest request, string workspace, string[] path) => (request.Method, path) switch
    {
        (_, []) => Ok(WorkspaceOf(request.Path, workspace)),
        ("PUT", _) => Echo(request),
        (_, [_, var name, .., "startPendingUpload"]) => Ok(PendingUpload(name)),
        (_, [.., "listSecrets"]) => Ok(new JsonObject { ["secretsType"] = "AccountKey", ["key"] = "a2V5" }),
        _ when _stored.TryGetValue(request.Path, out JsonObject? stored) => Ok(stored.DeepClone()),
        (_, ["datastores", var name, ..]) => Ok(Named(request.Path, name, Datastore())),
        (_, ["computes", var name, ..]) => Ok(Named(request.Path, name, Compute())),
        ("GET", ["codes", .., "versions"]) => Ok(new JsonObject { ["value"] = new JsonArray() }),
        (_, [var kind, .., "versions"]) when Asset(kind) is { } asset => Ok(new JsonObject { ["value"] = new JsonArray(Named(request.Path + "/1", "1", asset)) }),
        (_, [var kind, var name]) when Asset(kind) is not null => Ok(Named(request.Path, name, Container())),
        (_, [var kind, _, "versions", .., var version]) when Asset(kind) is { } asset => Ok(Named(request.Path, version, asset)),
        _ => null,
    };

    private static StandInAnswer Ok(JsonNode body) => StandInAnswer.Json(200, body);

    private static JsonObject Named(string id, string name, JsonObject properties) =>
        new() { ["id"] = id, ["name"] = name, ["type"] = "t", ["properties"] = properties };

    private StandInAnswer Echo(StandInRequest request)
    {
        JsonObject body = request.Body?.DeepClone() as JsonObject ?? [];
        body["id"] = request.Path;
        body["name"] = request.Path.Split('/')[^1];
        body["type"] = "t";
        body["systemData"] = new JsonObject { ["createdAt"] = "2026-11-22T00:00:00Z", ["createdBy"] = "me", ["createdByType"] = "User" };
        JsonObject properties = body["properties"] as JsonObject ?? [];
        body["properties"] = properties.Parent is null ? properties : properties.DeepClone();
        if (request.Path.Contains("/jobs/", StringComparison.Ordinal))
        {
            body["properties"]!["status"] = "NotStarted";
            body["properties"]!["services"] = new JsonObject();
        }

        _stored[request.Path] = body;
        return StandInAnswer.Json(201, body);
    }

    private static StandInAnswer Blob(StandInRequest request) => request.Method switch
    {
        "HEAD" => new(404, [], "application/xml") { Headers = { ["x-ms-error-code"] = "BlobNotFound" } },
        "GET" => new(200, Encoding.UTF8.GetBytes("<?xml version='1.0'?><EnumerationResults><Blobs/></EnumerationResults>"), "application/xml"),
        _ => new(request.Uri.Query.Contains("comp=metadata", StringComparison.Ordinal) ? 200 : 201, [], "application/xml")
        {
            Headers = { ["ETag"] = "\"1\"", ["Last-Modified"] = "Sun, 22 Nov 2026 00:00:00 GMT" },
        },
    };

    private static JsonObject WorkspaceOf(string id, string name) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["type"] = "ws",
        ["location"] = "eastus",
        ["identity"] = new JsonObject { ["type"] = "SystemAssigned" },
        ["properties"] = new JsonObject
        {
            ["workspaceId"] = Subscription,
            ["friendlyName"] = name,
            ["discoveryUrl"] = $"{Api}/discovery",
            ["mlFlowTrackingUri"] = "azureml://eastus.api.azureml.ms/mlflow",
            ["storageAccount"] = Storage,
            ["publicNetworkAccess"] = "Enabled",
        },
    };

    private static JsonObject PendingUpload(string name) => new()
    {
        ["pendingUploadId"] = Subscription,
        ["pendingUploadType"] = "TemporaryBlobReference",
        ["blobReferenceForConsumption"] = new JsonObject
        {
            ["blobUri"] = $"https://st.blob.core.windows.net/{name}",
            ["storageAccountArmId"] = Storage,
            ["credential"] = new JsonObject { ["credentialType"] = "SAS", ["sasUri"] = $"https://st.blob.core.windows.net/{name}?sv=2020&sr=c&sig=x" },
        },
    };

    private static JsonObject Datastore() => new()
    {
        ["datastoreType"] = "AzureBlob",
        ["accountName"] = "st",
        ["containerName"] = "azureml-blobstore",
        ["endpoint"] = "core.windows.net",
        ["protocol"] = "https",
        ["credentials"] = new JsonObject { ["credentialsType"] = "AccountKey" },
        ["isDefault"] = true,
    };

    private static JsonObject Compute() => new()
    {
        ["computeType"] = "AmlCompute",
        ["provisioningState"] = "Succeeded",
        ["properties"] = new JsonObject { ["vmSize"] = "STANDARD_DS3_V2" },
    };

    private static JsonObject Container() => new()
    {
        ["latestVersion"] = "1",
        ["nextVersion"] = "2",
        ["dataType"] = "uri_folder",
        ["isArchived"] = false,
    };

    private static JsonObject? Asset(string kind) => kind switch
    {
        "codes" => new() { ["codeUri"] = "https://st.blob.core.windows.net/c" },
        "environments" => new() { ["image"] = "mcr.microsoft.com/azureml/base:1", ["osType"] = "Linux", ["environmentType"] = "Curated" },
        "components" => new()
        {
            ["componentSpec"] = new JsonObject
            {
                ["name"] = "c",
                ["version"] = "1",
                ["type"] = "command",
                ["command"] = "echo",
                ["environment"] = "azureml:e:1",
                ["$schema"] = "x",
            },
        },
        "data" => new() { ["dataType"] = "uri_folder", ["dataUri"] = "azureml://datastores/workspaceblobstore/paths/x" },
        "models" => new() { ["modelType"] = "custom_model", ["modelUri"] = "azureml://datastores/workspaceblobstore/paths/m" },
        _ => null,
    };
}
