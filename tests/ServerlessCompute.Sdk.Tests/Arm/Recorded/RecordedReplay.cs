using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>One recorded request, and an in-memory service with the recording's names that it is sent to.</summary>
internal sealed class RecordedReplay : IDisposable
{
    private static readonly string[] _ownHeaders = ["Content-Length", "Accept"];

    public RecordedReplay(string prefix, InMemoryServerlessOptions options)
    {
        Exchange = Recordings.Exchange(prefix);
        Url = $"https://{Text("host") ?? "management.azure.com"}{Text("path")!.Insert(0, Text("path")![0] == '/' ? "" : "/")}{Query()}";
        Body = Request["body"] is JsonObject body ? body.ToJsonString() : null;
        string[] parts = Text("path")!.Split('/');
        string? After(string word) => Array.IndexOf(parts, word) is >= 0 and var i && i + 1 < parts.Length ? parts[i + 1] : null;
        Service = new RawService(options with
        {
            SubscriptionId = After("subscriptions") ?? "00000000-0000-0000-0000-000000000",
            ResourceGroup = After("resourceGroups") ?? "00000",
            WorkspaceName = After("workspaces") is { Length: > 0 } workspace && !workspace.StartsWith("e2etest", StringComparison.Ordinal) ? workspace : "00000",
            Region = After("locations") ?? "eastus",
        });
    }

    public RawService Service { get; }

    public JsonNode Exchange { get; }

    public JsonNode Request => Exchange["request"]!;

    public JsonNode Response => Exchange["response"]!;

    public string Name => Url.Split('?')[0].Split('/')[^1];

    /// <summary>The api-version that the recorded client asked for.</summary>
    public string Version => (string?)Request["query"]?["api-version"] ?? "2024-04-01";

    /// <summary>Where it is sent: where it was sent, unless what it asks for has another address here.</summary>
    public string Url { get; set; }

    public string? Body { get; set; }

    public Task<RawAnswer> ArmAsync(string method, string path, string? body = null) => Service.ArmAsync(method, path, body, Version);

    /// <summary>Makes a component for each that the recorded pipeline names.</summary>
    public void RegisterComponents() => RecordedComponents.Register(Service, Request["body"]!["properties"]!);

    public Task<RawAnswer> SendAsync() => Service.SendAsync(
        Text("method")!,
        Url,
        Body,
        CancellationToken.None,
        [.. Request["headers"]!.AsObject().Where(static h => !_ownHeaders.Contains(h.Key)).Select(static h => (h.Key, (string)h.Value!))]);

    public void Dispose() => Service.Dispose();

    private string? Text(string member) => (string?)Request[member] is { Length: > 0 } text && text[0] != 'S' ? text : null;

    private string Query() => Request["query"] is JsonObject { Count: > 0 } query
        ? "?" + string.Join('&', query.Select(static q => $"{q.Key}={Uri.EscapeDataString((string)q.Value!)}"))
        : "";
}
