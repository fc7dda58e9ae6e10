using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>
/// Requests that were recorded, sent to the in-memory service: the status, the names of all members at every level and the values that the
/// service fills in are the recorded ones. What differs stands in a table, with why.
/// </summary>
[TestFixture]
[Category("S43")]
internal sealed class RecordedAnswersTests
{
    // Path (with * for one part of any name) and the reason. Values of these are not compared; with '+' or '-' in front the member may be there, or be missing, in ours.
    private static readonly (string Path, string Why)[] Differences =
    [
        ("systemData.*", "who made it and when"),
        ("*.services.*.endpoint", "the region of the recording"),
        ("*.endpoint", "the region of the recording"),
        ("+properties.properties._azureml.ClusterName", "since 2026; older recordings do not have it"),
        ("properties.queueSettings", "null in the previews of 2023; the stable version and 2026 answer with the tier Null"),
        ("+properties.queueSettings", "versions before it was in the contract"),
        ("properties.secretsConfiguration", "{} or null, by year"),
        ("properties.tags._aml_system_platform_config", "a run definition of thousands of letters, cut in the recording"),
        ("properties.properties.ContentSnapshotId", "an id"),
        ("properties.properties.user_agent", "the version of the front end"),
        ("properties.properties.StartTimeUtc", "a time"),
        ("+properties.properties.azureml.DatasetAccessMode", "since April 2023"),
        ("+properties.properties.azureml.enforceRerun", "since April 2023"),
        ("properties.status", "a pipeline with a sweep was answered Running once (x011), Preparing in 2,327 of 2,482 others; x032 is of the hundred that were NotStarted"),
        ("-properties.taskDetails.sweepSettings.limits", "a member of the 2022-06 preview alone"),
        ("properties.trial.environmentId", "the service names curated environments of its own by an id of the workspace"),
        ("properties.samplingAlgorithm.logbase", "absent in 2022"),
        ("+properties.*.pathOnCompute", "by preview"),
        ("+properties.action.jobDefinition.*", "x096 is of the contract of early 2023"),
    ];

    [TestCase("001-", "properties.displayName", "properties.experimentName", "properties.identity", Description = "Parts of the request were not recorded.")]
    [TestCase("003-")]
    [TestCase("005-", "properties.queueSettings.jobTier", Description = "Standard is answered Standard in 2023 and Null in 2026.")]
    [TestCase("008-", "properties.displayName", Description = "A part of the request was not recorded.")]
    [TestCase("009-")]
    [TestCase("010-")]
    [TestCase("011-")]
    [TestCase("012-")]
    [TestCase("013-")]
    [TestCase("026-")]
    [TestCase("029-")]
    [TestCase("032-", "+properties.properties.*", Description = "A pipeline that is NotStarted has no properties yet.")]
    [TestCase("033-")]
    [TestCase("034-")]
    [TestCase("035-")]
    public async Task Put_RecordedJob_IsAnsweredWithTheRecordedMembers(string prefix, params string[] beside)
    {
        JsonNode exchange = Recordings.Exchange(prefix);
        using RawService service = Prepared(exchange);

        RawAnswer answer = await SendAsync(service, exchange);

        AssertLikeTheRecording(exchange, answer, beside);
        Assert.That(answer.Header("Location"), Does.Contain("/jobs/"));
    }

    [Test]
    public async Task Put_RecordedSchedule_IsAnsweredWithTheRecordedMembers()
    {
        JsonNode exchange = Recordings.Exchange("096-");
        using RawService service = Prepared(exchange);

        RawAnswer answer = await SendAsync(service, exchange);

        AssertLikeTheRecording(exchange, answer);
    }

    [Test]
    [Category("S41")]
    public async Task Put_RecordedPipelineAgain_IsAnsweredWithTheRecordedMembers()
    {
        JsonNode exchange = Recordings.Exchange("031-");
        using RawService service = Prepared(exchange);
        await SendAsync(service, exchange);
        string name = exchange["request"]!["path"]!.GetValue<string>().Split('/')[^1];
        await service.EndAsync(name);

        RawAnswer answer = await SendAsync(service, exchange);

        AssertLikeTheRecording(exchange, answer, "properties.properties.azureml.pipelines.stages");
    }

    [TestCase("007-", "005-",
        "properties.queueSettings.jobTier", "properties.tags.*", "-properties.tags.score", "properties.properties.*",
        "-properties.properties.DataPrepJsonString", "-properties.properties.CancelUri", "-properties.properties.ClientSdkVersion", "-properties.properties.snapshotId",
        "-properties.properties.SetupRun*", "-properties.properties.ProblemInfoJsonString", "-properties.properties.Featurization*", "-properties.properties.ModelExplainRunId",
        Description = "AutoML: values of its notes are its own; there are no runs of setup, featurization and explanation.")]
    [TestCase("030-", "029-",
        "id", "name", "properties.*", "-properties.tags._aml_system_test_*", "+properties.tags._aml_system_test_*", "+properties.services.Studio.nodes", "+properties.notificationSetting", "+properties.outputs.default.*", "+properties.trial.resources.*",
        "+properties.properties.score", "+properties.properties.best_*",
        Description = "Another sweep than that of x029, of 2022: names are compared. Its trials had reported nothing.")]
    public async Task Get_RecordedJobThatCompleted_HasTheRecordedMembers(string get, string put, params string[] beside)
    {
        JsonNode exchange = Recordings.Exchange(get);
        JsonNode request = Recordings.Exchange(put);
        using RawService service = Prepared(request);
        await SendAsync(service, request);
        string name = request["request"]!["path"]!.GetValue<string>().Split('/')[^1];
        await service.EndAsync(name);

        RawAnswer answer = await service.ArmAsync("GET", $"jobs/{name}", version: exchange["request"]!["query"]!["api-version"]!.GetValue<string>());

        AssertLikeTheRecording(exchange, answer, beside);
    }

    private static async Task<RawAnswer> SendAsync(RawService service, JsonNode exchange)
    {
        JsonNode request = exchange["request"]!;
        string path = request["path"]!.GetValue<string>();
        path = path[path.IndexOf("/subscriptions/", StringComparison.Ordinal)..];
        return await service.SendAsync(request["method"]!.GetValue<string>(), $"https://management.azure.com{path}?api-version={request["query"]!["api-version"]!.GetValue<string>()}", request["body"]!.ToJsonString());
    }

    /// <summary>A service with the recording's names, in which there is what the recorded job needs: its components.</summary>
    private static RawService Prepared(JsonNode exchange)
    {
        var service = new RawService(new InMemoryServerlessOptions
        {
            SubscriptionId = "00000000-0000-0000-0000-000000000",
            ResourceGroup = "00000",
            WorkspaceName = "00000",
            AdmitAnyCompute = true,
        });
        JsonNode properties = exchange["request"]!["body"]!["properties"]!;
        JsonNode job = properties["action"]?["jobDefinition"] ?? properties;
        RecordedComponents.Register(service, job);
        return service;
    }

    private static void AssertLikeTheRecording(JsonNode exchange, RawAnswer answer, params string[] beside)
    {
        var found = new List<string>();
        Compare("", exchange["response"]!["body"], JsonNode.Parse(answer.Text), found, beside);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(exchange["response"]!["status"]!.GetValue<int>()), answer.Text);
            Assert.That(found, Is.Empty);
        }
    }

    private static void Compare(string path, JsonNode? theirs, JsonNode? ours, List<string> found, string[] beside)
    {
        if (theirs is JsonObject recorded && ours is JsonObject answered)
        {
            foreach (string name in recorded.Select(static m => m.Key).Union(answered.Select(static m => m.Key)))
            {
                string below = path.Length == 0 ? name : $"{path}.{name}";
                if (!answered.ContainsKey(name) || !recorded.ContainsKey(name))
                {
                    bool extra = answered.ContainsKey(name);
                    if (!Accepts(below, extra ? '+' : '-', beside))
                    {
                        found.Add($"{below}: {(extra ? "only ours" : "only theirs")}");
                    }
                }
                else
                {
                    Compare(below, recorded[name], answered[name], found, beside);
                }
            }
        }
        else if (!JsonNode.DeepEquals(theirs, ours) && !Accepts(path, '=', beside))
        {
            found.Add($"{path}: {theirs?.ToJsonString() ?? "null"} is {ours?.ToJsonString() ?? "null"}");
        }
    }

    private static bool Accepts(string path, char kind, string[] beside) => Differences.Select(static d => d.Path).Concat(beside).Any(pattern =>
    {
        bool named = pattern[0] is '+' or '-';
        return (named ? pattern[0] == kind : kind == '=' || beside.Contains(pattern)) && Fits(named ? pattern[1..] : pattern, path);
    });

    private static bool Fits(string pattern, string path) =>
        Regex.IsMatch(path, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");
}
