using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class FrontDeskTests
{
    [Test]
    [Category("S08")]
    public async Task Workspace_AndDiscovery_LeadToTheDataPlane()
    {
        using var service = new RawService();

        JsonElement workspace = (await service.SendAsync("GET", $"{service.Arm}?api-version=2024-04-01")).Json;
        string discovery = workspace.GetProperty("properties").GetProperty("discoveryUrl").GetString()!;
        EngineResponse answer = await service.Engine.FrontDesk.HandleAsync(new EngineRequest("GET", new Uri(discovery), [], default));
        JsonElement services = JsonElement.Parse(answer.Body.Span);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(workspace.GetProperty("location").GetString(), Is.EqualTo("eastus"));
            Assert.That(discovery, Is.EqualTo("https://eastus.api.azureml.ms/discovery"));
            Assert.That(workspace.GetProperty("properties").GetProperty("serverlessComputeSettings").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(answer.Status, Is.EqualTo(200), "discovery asks for no token");
            Assert.That(
                RawAnswer.Names(services),
                Is.EqualTo(new[] { "api", "catalog", "experimentation", "gallery", "history", "hyperdrive", "labeling", "modelmanagement", "pipelines", "studio" }));
            Assert.That(services.GetProperty("api").GetString(), Is.EqualTo("https://eastus.api.azureml.ms"));
        }
    }

    [Test]
    public async Task UnknownWorkspace_IsTheGatewaysRecordedError()
    {
        using var service = new RawService();

        RawAnswer answer = await service.SendAsync("GET", service.Arm.Replace("/workspaces/serverless", "/workspaces/other", StringComparison.Ordinal) + "?api-version=2024-04-01");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(404));
            Assert.That(RawAnswer.Names(answer.Error), Is.EqualTo(new[] { "code", "message" }));
            Assert.That(
                answer.Error.GetProperty("message").GetString(),
                Is.EqualTo("The Resource 'Microsoft.MachineLearningServices/workspaces/other' under resource group 'in-memory' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix"));
            Assert.That(answer.Header("x-ms-failure-cause"), Is.EqualTo("gateway"));
        }
    }

    [Test]
    public async Task Path_InAnyCase_IsTheSame()
    {
        using var service = new RawService();
        await service.PutJobAsync("job1");

        RawAnswer answer = await service.SendAsync("GET", service.Arm.ToUpperInvariant().Replace("HTTPS://MANAGEMENT.AZURE.COM", "https://management.azure.com", StringComparison.Ordinal) + "/JOBS/job1?api-version=2024-04-01");

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task NoToken_Is401WithAChallenge()
    {
        using var service = new RawService();

        EngineResponse arm = await service.Engine.FrontDesk.HandleAsync(new EngineRequest("GET", new Uri($"{service.Arm}/jobs/x?api-version=2024-04-01"), [], default));
        EngineResponse data = await service.Engine.FrontDesk.HandleAsync(new EngineRequest("GET", new Uri($"{service.History}/runs/x"), [], default));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((arm.Status, data.Status), Is.EqualTo((401, 401)));
            Assert.That(new RawAnswer(arm).Error.GetProperty("code").GetString(), Is.EqualTo("AuthenticationFailed"));
            Assert.That(new RawAnswer(arm).Header("WWW-Authenticate"), Does.StartWith("Bearer "));
        }
    }

    [TestCase("jobs/x", 400, "MissingApiVersionParameter")]
    [TestCase("jobs/x?api-version=today", 400, "InvalidApiVersionParameter")]
    [TestCase("jokes?api-version=2024-04-01", 404, "InvalidResourceType")]
    public async Task WrongAddress_IsTold(string path, int status, string code)
    {
        using var service = new RawService();

        RawAnswer answer = await service.SendAsync("GET", $"{service.Arm}/{path}");

        Assert.That((answer.Status, answer.Error.GetProperty("code").GetString()), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task WrongMethod_Is405WithTheAllowedOnes()
    {
        using var service = new RawService();

        RawAnswer answer = await service.ArmAsync("PATCH", "jobs/x");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(405));
            Assert.That(answer.Header("Allow"), Is.EqualTo("PUT, GET, DELETE"));
            Assert.That(answer.Error.GetProperty("additionalInfo").GetArrayLength(), Is.GreaterThan(3));
        }
    }

    [Test]
    public async Task Compute_Unknown_Is404WithoutABody()
    {
        using var service = new RawService();

        RawAnswer answer = await service.ArmAsync("GET", "computes/cpu-cluster");

        Assert.That((answer.Status, answer.Text), Is.EqualTo((404, "")));
    }

    [Test]
    public async Task Datastores_AreTheFourOfEveryWorkspace()
    {
        using var service = new RawService();

        JsonElement all = (await service.ArmAsync("GET", "datastores")).Json.GetProperty("value");
        JsonElement defaults = (await service.ArmAsync("GET", "datastores?count=30&isDefault=true&orderByAsc=false")).Json.GetProperty("value");
        JsonElement one = (await service.ArmAsync("GET", "datastores/workspaceblobstore")).Properties;
        RawAnswer none = await service.ArmAsync("GET", "datastores/mine");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                all.EnumerateArray().Select(static d => d.GetProperty("name").GetString()),
                Is.EqualTo(new[] { "workspaceblobstore", "workspacefilestore", "workspaceworkingdirectory", "workspaceartifactstore" }));
            Assert.That(defaults.GetArrayLength(), Is.EqualTo(1));
            Assert.That(
                RawAnswer.Names(one),
                Is.EqualTo(new[] { "description", "tags", "properties", "isDefault", "credentials", "datastoreType", "accountName", "containerName", "endpoint", "protocol", "serviceDataAccessAuthIdentity" }));
            Assert.That((none.Status, none.Error.GetProperty("message").GetString(), none.InnerCode), Is.EqualTo((404, "Could not find datastore: mine.", "NotFoundError")));
        }
    }

    [Test]
    public async Task Secrets_AreAKeyOrATokenAsTheClientAsks()
    {
        using var service = new RawService();

        JsonElement key = (await service.ArmAsync("POST", "datastores/workspaceblobstore/listSecrets")).Json;
        JsonElement sas = (await service.ArmAsync("POST", "datastores/workspaceblobstore/listSecrets", """{"expirableSecret":true,"expireAfterHours":1}""")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(key.GetProperty("secretsType").GetString(), Is.EqualTo("AccountKey"));
            Assert.That(sas.GetProperty("secretsType").GetString(), Is.EqualTo("Sas"));
            Assert.That(sas.GetProperty("sasToken").GetString(), Does.StartWith("?sv=").And.Contain("sig="));
        }
    }

    [TestCase("nonsense")]
    [TestCase("{\"properties\":{}}")]
    [TestCase("[]")]
    [TestCase("")]
    public async Task Put_NonsenseBody_Is400(string body)
    {
        using var service = new RawService();

        Assert.That((await service.PutJobAsync("job1", body)).Status, Is.EqualTo(400));
    }
}
