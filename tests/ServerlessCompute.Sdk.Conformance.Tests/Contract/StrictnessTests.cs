using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Under <see cref="Strictness.Contract"/> the in-memory service refuses whatever breaks a rule of the specification, in the service's error
/// shape and with the place. The broken requests are made from the specification; the service knows it from a table of its own.
/// </summary>
internal sealed class StrictnessTests
{
    private const string Stable = "2024-04-01";
    private const string FineTuningPreview = "2024-01-01-preview";

    private InMemoryServerless _serverless = null!;
    private HttpPipeline _pipeline = null!;

    [SetUp]
    public void Start()
    {
        _serverless = new InMemoryServerless(new InMemoryServerlessOptions { Strictness = Strictness.Contract });
        _pipeline = HttpPipelineBuilder.Build(new Options { Transport = _serverless.Transport });
    }

    [TearDown]
    public void End() => _serverless.Dispose();

    [TestCase("PUT", "jobs/a", "JobBaseResource", 1200)]
    [TestCase("PUT", "schedules/a", "ScheduleResource", 1200)]
    [TestCase("PUT", "codes/a/versions/1", "CodeVersionResource", 15)]
    [TestCase("PUT", "environments/a/versions/1", "EnvironmentVersionResource", 40)]
    [TestCase("PUT", "components/a/versions/1", "ComponentVersionResource", 12)]
    [TestCase("PUT", "data/a/versions/1", "DataVersionBaseResource", 40)]
    [TestCase("PUT", "models/a/versions/1", "ModelVersionResource", 25)]
    [TestCase("PUT", "datastores/a", "DatastoreResource", 100)]
    [TestCase("POST", "codes/a/versions/1/startPendingUpload", "PendingUploadRequestDto", 5)]
    [TestCase("POST", "updateQuotas", "QuotaUpdateParameters", 12)]
    public async Task Body_WithOneThingWrong_IsRefusedWithItsPlace(string method, string path, string model, int least)
    {
        IReadOnlyList<Breakage> breakages = Breakages.Of(model, Stable);

        await AssertRefusedAsync(breakages, method, path, Stable);

        Assert.That(breakages, Has.Count.AtLeast(least));
    }

    [Test]
    public async Task Body_OfAFineTuningJobWithOneThingWrong_IsRefusedWithItsPlace()
    {
        Breakage[] breakages = [.. Breakages.Of("JobBaseResource", FineTuningPreview).Where(static b => b.Model.Contains("FineTuning", StringComparison.Ordinal) || b.Model == "AzureOpenAiHyperParameters")];

        await AssertRefusedAsync(breakages, "PUT", "jobs/a", FineTuningPreview);

        Assert.That(breakages, Has.Length.AtLeast(50));
    }

    [TestCase("PUT", "jobs/-a")]
    [TestCase("PUT", "jobs/a.b")]
    [TestCase("PUT", "schedules/_a")]
    [TestCase("PUT", "codes/a b/versions/1")]
    [TestCase("PUT", "environments/a$/versions/1")]
    [TestCase("PUT", "components/-/versions/1")]
    [TestCase("PUT", "data/ä/versions/1")]
    [TestCase("PUT", "models/.a/versions/1")]
    [TestCase("PUT", "datastores/a+b")]
    public async Task Name_BesideItsPattern_IsRefused(string method, string path) => AssertShape(await SendAsync(method, path, "{}", Stable), "name", path);

    [TestCase("jobs?listViewType=Everything", "listViewType")]
    [TestCase("schedules?listViewType=ActiveOnly", "listViewType")]
    [TestCase("codes/a/versions?$top=many", "$top")]
    [TestCase("environments?listViewType=Nothing", "listViewType")]
    [TestCase("environments/a/versions?$top=1.5", "$top")]
    [TestCase("components/a/versions?$top=4294967296", "$top")]
    [TestCase("data/a/versions?listViewType=archivedonly", "listViewType")]
    [TestCase("models?count=x", "count")]
    [TestCase("models/a/versions?offset=x", "offset")]
    [TestCase("datastores?count=", "count")]
    [TestCase("datastores?isDefault=yes", "isDefault")]
    [TestCase("datastores?orderByAsc=1", "orderByAsc")]
    public async Task Query_BesideItsTypeOrWords_IsRefused(string path, string parameter) => AssertShape(await SendAsync("GET", path, null, Stable), parameter, path);

    [Test]
    public async Task Query_SkipValidationThatIsNoBoolean_IsRefused() =>
        AssertShape(await SendAsync("PUT", "datastores/a?skipValidation=perhaps", "{}", Stable), "skipValidation", "skipValidation");

    [Test]
    public async Task ApiVersion_Missing_IsRefusedByTheGateway()
    {
        (int status, JsonNode? answer) = await SendAsync("GET", "jobs", null, version: null);

        Assert.That((status, (string?)answer!["error"]!["code"]), Is.EqualTo((400, "MissingApiVersionParameter")));
    }

    [Test]
    public async Task Requests_WithNothingWrong_AreTaken()
    {
        const string Job = """{"properties":{"jobType":"Command","command":"a","environmentId":"a"}}""";

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await SendAsync("PUT", "jobs/a", Job, Stable)).Status, Is.EqualTo(201));
            Assert.That((await SendAsync("GET", "jobs?listViewType=All", null, Stable)).Status, Is.EqualTo(200));
            Assert.That((await SendAsync("GET", "datastores?isDefault=true&count=3&orderByAsc=False", null, Stable)).Status, Is.EqualTo(200));
            Assert.That((await SendAsync("PUT", "datastores/a?skipValidation=true", """{"properties":{"datastoreType":"AzureBlob","credentials":{"credentialsType":"None"}}}""", Stable)).Status, Is.EqualTo(201));
        }
    }

    private async Task AssertRefusedAsync(IReadOnlyList<Breakage> breakages, string method, string path, string version)
    {
        var wrong = new List<string>();
        foreach (Breakage breakage in breakages)
        {
            (int status, JsonNode? answer) = await SendAsync(method, path, breakage.Body.ToJsonString(), version);
            if (Problem(status, answer, breakage.Path) is { } problem)
            {
                wrong.Add($"{breakage}: {problem}: {breakage.Body.ToJsonString()}");
            }
        }

        Assert.That(wrong.Take(20), Is.Empty, $"{wrong.Count} of {breakages.Count}");
    }

    /// <summary>The one problem is told, in the service's shape, and no other: the body is right but for it.</summary>
    private static string? Problem(int status, JsonNode? answer, string path)
    {
        JsonNode? error = answer?["error"];
        string?[] told = [.. (error?["details"] as JsonArray ?? []).Select(static d => (string?)d!["target"])];
        bool hasShape = (string?)error?["code"] == "UserError" && error["message"] is not null
            && (error["additionalInfo"] as JsonArray)?.ToJsonString().Contains("ArgumentInvalid", StringComparison.Ordinal) == true;
        return status != 400 ? $"answered with {status}"
            : !hasShape ? "has another shape: " + answer!.ToJsonString()
            : told is not [var one] || one != path ? $"is told as {string.Join(", ", told)}"
            : null;
    }

    private static void AssertShape((int Status, JsonNode? Answer) sent, string target, string what)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.Status, Is.EqualTo(400), what);
            Assert.That((string?)sent.Answer?["error"]?["code"], Is.EqualTo("UserError"), what);
            Assert.That((string?)sent.Answer?["error"]?["target"], Is.EqualTo(target), what);
        }
    }

    private async Task<(int Status, JsonNode? Answer)> SendAsync(string method, string path, string? body, string? version)
    {
        WorkspaceId workspace = _serverless.Workspace;
        string provider = $"https://management.azure.com/subscriptions/{workspace.SubscriptionId}";
        string prefix = path == "updateQuotas"
            ? $"{provider}/providers/Microsoft.MachineLearningServices/locations/eastus"
            : $"{provider}/resourceGroups/{workspace.ResourceGroup}/providers/Microsoft.MachineLearningServices/workspaces/{workspace.WorkspaceName}";
        using HttpMessage message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Parse(method);
        message.Request.Uri.Reset(new Uri($"{prefix}/{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}{(version is null ? "" : $"api-version={version}")}"));
        message.Request.Headers.Add("Authorization", "Bearer in-memory");
        message.Request.Content = body is null ? null : RequestContent.Create(Encoding.UTF8.GetBytes(body));
        await _pipeline.SendAsync(message, CancellationToken.None);
        string text = message.Response.Content.ToString();
        return (message.Response.Status, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    private sealed class Options : ClientOptions;
}
