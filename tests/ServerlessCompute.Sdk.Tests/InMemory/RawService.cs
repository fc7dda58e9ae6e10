using System.Text;

namespace ServerlessCompute;

/// <summary>An in-memory service that tests talk to in raw requests, without the SDK's client.</summary>
internal sealed class RawService : IDisposable
{
    public const string Version = "2024-04-01";

    public RawService(InMemoryServerlessOptions? options = null) => Serverless = new InMemoryServerless(options ?? new InMemoryServerlessOptions());

    public InMemoryServerless Serverless { get; }

    public ServerlessEngine Engine => Serverless.Engine;

    public string Workspace => Engine.Workspace.ArmId;

    public string Arm => $"https://management.azure.com{Workspace}";

    public string History => $"{Engine.Workspace.ApiEndpoint}/history/v1.0{Workspace}";

    public static string CommandBody(string command = "echo hi", string more = "") =>
        $$$"""{"properties":{"jobType":"Command","command":"{{{command}}}","environmentId":"azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:33"{{{(more.Length == 0 ? "" : ",")}}}{{{more}}}}}""";

    public async Task<RawAnswer> SendAsync(string method, string url, string? body = null, CancellationToken cancellationToken = default, params (string Name, string Value)[] headers)
    {
        var all = new List<KeyValuePair<string, string>> { new("Authorization", "Bearer token") };
        all.AddRange(headers.Select(static h => new KeyValuePair<string, string>(h.Name, h.Value)));
        var request = new EngineRequest(method, new Uri(url), all, Encoding.UTF8.GetBytes(body ?? ""));
        return new RawAnswer(await Engine.FrontDesk.HandleAsync(request, cancellationToken));
    }

    public Task<RawAnswer> ArmAsync(string method, string path, string? body = null, string version = Version) =>
        SendAsync(method, $"{Arm}/{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}api-version={version}", body);

    public Task<RawAnswer> PutJobAsync(string name, string? body = null) => ArmAsync("PUT", $"jobs/{name}", body ?? CommandBody());

    public async Task<string> StatusAsync(string name) =>
        (await ArmAsync("GET", $"jobs/{name}")).Json.GetProperty("properties").GetProperty("status").GetString()!;

    public Task<RawAnswer> DetailsAsync(string name, string? prefer = null, int? seen = null, CancellationToken cancellationToken = default)
    {
        var headers = new List<(string, string)>();
        if (prefer is not null)
        {
            headers.Add(("Prefer", prefer));
        }

        if (seen is not null)
        {
            headers.Add(("If-None-Match", $"\"{seen}\""));
        }

        return SendAsync("GET", $"{History}/runs/{name}/details", null, cancellationToken, [.. headers]);
    }

    /// <summary>Waits for the end of a job as a client does.</summary>
    public Task<RawAnswer> EndAsync(string name) => DetailsAsync(name, "wait=8640000; until=terminal");

    public void Dispose() => Serverless.Dispose();
}
