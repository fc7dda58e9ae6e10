using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Components described in place: planned, registered once each, and found again by the id that the service gives.</summary>
public sealed class ComponentPlanTests
{
    private const string W = AssetWorkspace.Path;

    [Test]
    public async Task Apply_OfComponentWithCodeAndEnvironment_RegistersItWithTheirIds()
    {
        using FileTree tree = new FileTree().File("src/a.py", "1").File("src/__pycache__/a.pyc", "2");
        var workspace = new AssetWorkspace { Intercept = NameComponents() };
        AssetCollector collector = Collector(tree.Root);

        string reference = Visit(collector, "python a.py", "src", JobEnvironment.FromImage("python:3.11"));
        string id = await ApplyAsync(workspace, collector, reference);

        JsonElement properties = workspace.Body("PUT components").GetProperty("properties");
        JsonElement spec = properties.GetProperty("componentSpec");
        string registered = workspace.Requests.Single(r => r.StartsWith("PUT components", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reference, Is.EqualTo($"{W}/components/azureml_anonymous/versions/{{component-1}}"));
            Assert.That(registered, Is.EqualTo($"PUT components/azureml_anonymous/versions/{ComponentHash.OfAnonymous(spec)}"));
            Assert.That(spec.GetProperty("code").GetString(), Does.Match($"^azureml:{W}/codes/[0-9a-f-]{{36}}/versions/1$"));
            Assert.That(spec.GetProperty("environment").GetString(), Does.StartWith($"azureml:{W}/environments/CliV2AnonymousEnvironment/versions/"));
            Assert.That((spec.GetProperty("name").GetString(), spec.GetProperty("version").GetString()), Is.EqualTo(("azureml_anonymous", "1")));
            Assert.That(properties.GetProperty("isAnonymous").GetBoolean(), Is.True);
            Assert.That(properties.GetProperty("description").GetString(), Is.EqualTo("d"));
            Assert.That(id, Is.EqualTo("/the/services/id/1"));
            Assert.That(collector.Needs[0].Describe().Single().Files.Select(f => f.Path), Is.EqualTo(["a.py"]));
        }
    }

    [Test]
    public async Task Apply_OfOneComponentUsedOften_RegistersItOnce()
    {
        var workspace = new AssetWorkspace { Intercept = NameComponents() };
        AssetCollector collector = Collector(".");
        string[] references = [.. Enumerable.Range(0, 20).Select(i => Visit(collector, i % 2 == 0 ? "echo a" : "echo b", code: null, "azureml:e:1"))];

        string first = await ApplyAsync(workspace, collector, references[0]);
        string again = await ApplyAsync(workspace, Replay("echo a"), $"{W}/components/azureml_anonymous/versions/{{component-1}}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(references.Distinct().Count(), Is.EqualTo(2));
            Assert.That(workspace.Requests.Count(r => r.StartsWith("PUT components", StringComparison.Ordinal)), Is.EqualTo(2));
            Assert.That(again, Is.EqualTo(first));
        }
    }

    [Test]
    public async Task Apply_OfTheSameCodeInTwoFolders_RegistersOneComponent()
    {
        using FileTree tree = new FileTree().File("one/a.py", "1").File("two/a.py", "1");
        var workspace = new AssetWorkspace();
        AssetCollector collector = Collector(tree.Root);

        string one = Visit(collector, "python a.py", "one", "azureml:e:1");
        string two = Visit(collector, "python a.py", "two", "azureml:e:1");
        await ApplyAsync(workspace, collector, one);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(two, Is.EqualTo(one));
            Assert.That(workspace.Requests.Count(r => r.StartsWith("PUT", StringComparison.Ordinal) && r.Contains("codes", StringComparison.Ordinal)), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Apply_OfNestedPipeline_RegistersItWithItsStepsIds()
    {
        var workspace = new AssetWorkspace { Intercept = NameComponents() };
        AssetCollector collector = Collector(".");
        string step = Visit(collector, "echo inner", code: null, "azureml:e@latest");
        string pipeline = collector.Register(Encoding.UTF8.GetBytes($$$"""{"type":"pipeline","jobs":{"a":{"type":"command","componentId":"{{{step}}}"},"b":{"componentId":"{{{step}}}"} } }"""));

        string id = await ApplyAsync(workspace, collector, pipeline);

        JsonElement[] specs = [.. workspace.Bodies("PUT components").Select(body => body.GetProperty("properties").GetProperty("componentSpec"))];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(specs[0].GetProperty("environment").GetString(), Is.EqualTo($"azureml:{W}/environments/e/versions/9"));
            Assert.That(specs[1].GetProperty("jobs").EnumerateObject().Select(job => job.Value.GetProperty("componentId").GetString()), Is.EqualTo(["/the/services/id/1", "/the/services/id/1"]));
            Assert.That(id, Is.EqualTo("/the/services/id/2"));
        }
    }

    [Test]
    public async Task Apply_OfManyComponents_RegistersSeveralAtOnce()
    {
        var workspace = new AssetWorkspace();
        AssetCollector collector = Collector(".");
        string last = "";
        for (int i = 0; i < 40; i++)
        {
            last = collector.Register(Encoding.UTF8.GetBytes($$"""{"command":"echo {{i}}"}"""));
        }

        Assert.That(await ApplyAsync(workspace, collector, last), Does.StartWith(W));
        Assert.That(workspace.Requests, Has.Count.EqualTo(40));
    }

    [Test]
    public async Task Apply_RefusedComponent_SurfacesTheErrorAndIsTriedAgain()
    {
        var workspace = new AssetWorkspace { Intercept = _ => AssetWorkspace.Json(400, """{"error":{"code":"UserError","message":"bad"}}""") };
        AssetCollector collector = Collector(".");
        string inner = Visit(collector, "echo a", code: null, "azureml:e:1");
        string outer = collector.Register(Encoding.UTF8.GetBytes($$"""{"componentId":"{{inner}}"}"""));

        ServerlessRequestException error = (await Assert.ThrowsAsync<ServerlessRequestException>(() => ApplyAsync(workspace, collector, outer)))!;
        workspace.Intercept = _ => null;

        Assert.That(error.Message, Does.Contain("bad"));
        Assert.That(await ApplyAsync(workspace, collector, outer), Does.StartWith(W));
    }

    [Test]
    public void Describe_OfComponentWithoutUnknowns_KnowsItsVersion()
    {
        AssetCollector collector = Collector(".");
        collector.Register("""{"type":"command","command":"echo hi","is_deterministic":true,"environment":"azureml://registries/azureml/environments/e/versions/1"}"""u8.ToArray());
        Visit(collector, "x", code: null, "e@latest");

        PlannedAsset[] components = [.. collector.Needs.SelectMany(need => need.Describe()).Where(asset => asset.Kind == PlannedAssetKind.Component)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(components[0].Version, Is.EqualTo("2f030a3b-b8a7-d55c-78eb-5eebe4071a54"));
            Assert.That(components[0].ToString(), Is.EqualTo("register component azureml_anonymous:2f030a3b-b8a7-d55c-78eb-5eebe4071a54"));
            Assert.That(components[1].Version, Is.Null);
            Assert.That(components[1].Body, Does.Contain("azureml:" + W + "/environments/e/versions/{latest}"));
        }
    }

    [TestCase("azureml:c:1", W + "/components/c/versions/1")]
    [TestCase("c:1", W + "/components/c/versions/1")]
    [TestCase("azureml:c@default", W + "/components/c/labels/default")]
    [TestCase("azureml:c@latest", W + "/components/c/versions/9")]
    [TestCase("azureml://registries/r/components/c/versions/1", "azureml://registries/r/components/c/versions/1")]
    [TestCase("azureml://registries/r/components/c/labels/latest", "azureml://registries/r/components/c/labels/latest")]
    [TestCase("azureml:/subscriptions/s/x", "/subscriptions/s/x")]
    [TestCase("/subscriptions/s/x", "/subscriptions/s/x")]
    public async Task Apply_OfRegisteredComponent_SendsWhatTheReferenceClientSends(string written, string sent)
    {
        AssetCollector collector = Collector(".");

        string planned = collector.Component("jobs.a.component", written);

        Assert.That(await ApplyAsync(new AssetWorkspace(), collector, planned), Is.EqualTo(sent));
    }

    [TestCase("azureml:c")]
    [TestCase("c@newest")]
    public void Plan_OfComponentWithoutVersion_SaysWhatToWrite(string written) =>
        Assert.That(() => Collector(".").Component("jobs.a.component", written), Throws.TypeOf<JobAssetException>().With.Message.Contains("c@latest"));

    private static AssetCollector Collector(string folder) => new(new PlanScope(W, folder), CancellationToken.None);

    private static AssetCollector Replay(string command)
    {
        AssetCollector collector = Collector(".");
        Visit(collector, command, code: null, "azureml:e:1");
        return collector;
    }

    /// <summary>As a step is visited: what is in it first.</summary>
    private static string Visit(AssetCollector collector, string command, string? code, JobEnvironment environment)
    {
        AssetPath? resolved = collector.ComponentCode("jobs.a.code", code is null ? null : new AssetPath(code), []);
        string? id = collector.Environment("jobs.a.environment", environment).Reference;
        string codeMember = resolved is null ? "" : $"\"code\":\"azureml:{resolved}\",";
        return collector.Register(Encoding.UTF8.GetBytes($$"""{{{codeMember}}"command":"{{command}}","description":"d","environment":"azureml:{{id}}","type":"command"}"""));
    }

    private static async Task<string> ApplyAsync(AssetWorkspace workspace, AssetCollector collector, string reference)
    {
        CommandJob planned = Command.Run("x").WithCode(new AssetPath(reference));
        var plan = new JobPlan(planned, planned, collector.Needs, collector.Uploads);
        return ((CommandJob)await new PlanApplier(workspace.Context).ApplyAsync(plan, progress: null, CancellationToken.None)).Code!.Text;
    }

    /// <summary>The service has names of its own for them.</summary>
    private static Func<EngineRequest, EngineResponse?> NameComponents()
    {
        int count = 0;
        return request => request.Method == "PUT" && request.Uri.AbsolutePath.Contains("/components/", StringComparison.Ordinal)
            ? AssetWorkspace.Json(201, $$"""{"id":"/the/services/id/{{Interlocked.Increment(ref count)}}"}""")
            : null;
    }
}
