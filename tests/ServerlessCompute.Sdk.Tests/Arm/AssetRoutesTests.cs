using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class AssetRoutesTests
{
    private const string Hash = "a4e91c079c2a271d699ffac5ca5441abc8034151356913e57bff8f483c3d3a3b";

    private static string Code(string uri) =>
        $$$$"""{"properties":{"codeUri":"{{{{uri}}}}","isAnonymous":true,"properties":{"hash_sha256":"{{{{Hash}}}}","hash_version":202208}}}""";

    [Test]
    public async Task Code_Uploaded_IsWhatTheJobReads()
    {
        using var service = new RawService();
        JsonElement pending = (await service.ArmAsync("POST", "codes/c1/versions/1/startPendingUpload", """{"pendingUploadType":"TemporaryBlobReference"}""")).Json;
        JsonElement reference = pending.GetProperty("blobReferenceForConsumption");
        string[] sas = reference.GetProperty("credential").GetProperty("sasUri").GetString()!.Split('?');
        EngineResponse put = await service.Engine.FrontDesk.HandleAsync(new EngineRequest(
            "PUT", new Uri($"{sas[0]}/src/main.py?{sas[1]}"), [new("x-ms-blob-type", "BlockBlob")], Encoding.UTF8.GetBytes("print(1)")));

        RawAnswer code = await service.ArmAsync("PUT", "codes/c1/versions/1", Code(reference.GetProperty("blobUri").GetString() + "/src"));
        service.Serverless.OnCommand(static _ => { });
        await service.PutJobAsync("job1", RawService.CommandBody(more: $"\"codeId\":\"{service.Workspace}/codes/c1/versions/1\""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RawAnswer.Names(pending), Is.EqualTo(new[] { "blobReferenceForConsumption", "pendingUploadId", "pendingUploadType" }));
            Assert.That(pending.GetProperty("pendingUploadType").GetString(), Is.EqualTo("None"));
            Assert.That(reference.GetProperty("blobUri").GetString(), Does.Match("^https://st[0-9a-f]+\\.blob\\.core\\.windows\\.net:443/[0-9a-f-]{10}-[0-9a-f-]{36}$"));
            Assert.That(put.Status, Is.EqualTo(201));
            Assert.That(code.Status, Is.EqualTo(201));
            Assert.That(
                RawAnswer.Names(code.Properties),
                Is.EqualTo(new[] { "description", "tags", "properties", "isArchived", "isAnonymous", "codeUri", "provisioningState" }));
            Assert.That(code.Properties.GetProperty("isAnonymous").GetBoolean(), Is.False);
            Assert.That(code.Properties.GetProperty("properties").GetProperty("hash_version").GetString(), Is.EqualTo("202208"));
            Assert.That(service.Engine.Data.CodeFiles(service.Engine.Jobs.InOrder[0]).Select(static f => f.RelativePath), Is.EqualTo(new[] { "main.py" }));
        }
    }

    [Test]
    public async Task Code_PutAgain_KeepsTheFirstUri()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "codes/c1/versions/1", Code("https://a.blob.core.windows.net/first"));

        RawAnswer again = await service.ArmAsync("PUT", "codes/c1/versions/1", Code("https://a.blob.core.windows.net/second"));

        Assert.That((again.Status, again.Properties.GetProperty("codeUri").GetString()), Is.EqualTo((200, "https://a.blob.core.windows.net/first")));
    }

    [Test]
    public async Task Code_ByHash_IsFoundUnderAnyName()
    {
        using var service = new RawService();
        RawAnswer miss = await service.ArmAsync("GET", $"codes/fresh/versions?hash={Hash}&hashVersion=202208");
        await service.ArmAsync("PUT", "codes/c1/versions/1", Code("https://a.blob.core.windows.net/c"));

        RawAnswer hit = await service.ArmAsync("GET", $"codes/other/versions?hash={Hash}&hashVersion=202208");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(miss.Text, Is.EqualTo("{\"value\":[]}"));
            Assert.That(hit.Json.GetProperty("value")[0].GetProperty("id").GetString(), Is.EqualTo($"{service.Workspace}/codes/c1/versions/1"));
        }
    }

    [Test]
    public async Task Environment_WithConda_IsAnsweredAsJsonText()
    {
        using var service = new RawService();

        // Text and answer of x068.
        RawAnswer answer = await service.ArmAsync(
            "PUT",
            "environments/env/versions/foo",
            """{"properties":{"description":"d","isAnonymous":false,"isArchived":false,"condaFile":"channels:\n- conda-forge\ndependencies:\n- python=3.8\n- pip\n- pip:\n  - nbgitpuller\n  - mlflow\nname: example-environment\n","image":"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04"}}""",
            "2023-04-01-preview");
        RawAnswer again = await service.ArmAsync("PUT", "environments/env/versions/foo", """{"properties":{"image":"x"}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, again.Status), Is.EqualTo((201, 201)));
            Assert.That(
                RawAnswer.Names(answer.Properties),
                Is.EqualTo(new[] { "description", "tags", "properties", "isArchived", "isAnonymous", "autoDeleteSetting", "environmentType", "image", "condaFile", "osType", "autoRebuild", "provisioningState", "stage", "intellectualProperty" }));
            Assert.That(
                answer.Properties.GetProperty("condaFile").GetString(),
                Is.EqualTo("{\n  \"channels\": [\n    \"conda-forge\"\n  ],\n  \"dependencies\": [\n    \"python=3.8\",\n    \"pip\",\n    {\n      \"pip\": [\n        \"nbgitpuller\",\n        \"mlflow\"\n      ]\n    }\n  ],\n  \"name\": \"example-environment\"\n}"));
            Assert.That(again.Properties.GetProperty("condaFile").GetString(), Is.Empty);
        }
    }

    [Test]
    [Category("S09")]
    public async Task Environment_WithConda_IsBuiltBeforeTheFirstJobOnly()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "environments/env/versions/1", """{"properties":{"image":"x","condaFile":"dependencies:\n- pip\n"}}""");
        string body = RawService.CommandBody().Replace("azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:33", $"{service.Workspace}/environments/env/versions/1", StringComparison.Ordinal);
        await service.PutJobAsync("first", body);
        await service.EndAsync("first");
        await service.PutJobAsync("second", body);
        await service.EndAsync("second");

        string[] Statuses(string job) => [.. service.Serverless.History.Where(e => e.JobName == job).Select(static e => e.What)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Statuses("first"), Is.EqualTo(new[] { "Submitted", "Starting", "Preparing", "Queued", "NodesStarting", "Running", "Finalizing", "Completed" }));
            Assert.That(Statuses("second"), Does.Not.Contain("Preparing"));
            Assert.That(RawAnswer.Names((await service.DetailsAsync("first")).Json.GetProperty("logFiles")), Is.EqualTo(new[] { "azureml-logs/20_image_build_log.txt", "user_logs/std_log.txt" }));
        }
    }

    [Test]
    public async Task Versions_ByTime_GiveTheLatestFirst()
    {
        using var service = new RawService();
        foreach (string version in new[] { "1", "2", "10" })
        {
            await service.ArmAsync("PUT", $"environments/env/versions/{version}", """{"properties":{"image":"x"}}""");
        }

        JsonElement page = (await service.ArmAsync("GET", "environments/env/versions?$orderBy=createdtime%20desc&$top=1")).Json;
        JsonElement oldest = (await service.ArmAsync("GET", "environments/env/versions?$orderBy=createdtime+asc&$top=1")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.GetProperty("value").EnumerateArray().Select(static v => v.GetProperty("name").GetString()), Is.EqualTo(new[] { "10" }));
            Assert.That(oldest.GetProperty("value")[0].GetProperty("name").GetString(), Is.EqualTo("1"));
            Assert.That(page.GetProperty("nextLink").GetString(), Does.Contain("$skipToken="));
            Assert.That((await service.ArmAsync("GET", "environments/none/versions")).Text, Is.EqualTo("{\"value\":[]}"));
        }
    }

    [Test]
    public async Task Data_Put_GetsItsFullUri()
    {
        using var service = new RawService();

        RawAnswer folder = await service.ArmAsync("PUT", "data/d/versions/1", """{"properties":{"dataType":"uri_folder","dataUri":"azureml://datastores/workspaceblobstore/paths/a/b"}}""");
        RawAnswer again = await service.ArmAsync("PUT", "data/d/versions/1", """{"properties":{"dataType":"uri_folder","isArchived":true,"dataUri":"azureml://datastores/workspaceblobstore/paths/a/b"}}""");
        JsonElement container = (await service.ArmAsync("GET", "data/d")).Properties;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((folder.Status, again.Status), Is.EqualTo((201, 200)));
            Assert.That(
                folder.Properties.GetProperty("dataUri").GetString(),
                Is.EqualTo("azureml://subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/in-memory/workspaces/serverless/datastores/workspaceblobstore/paths/a/b/"));
            Assert.That(again.Properties.GetProperty("isArchived").GetBoolean());
            Assert.That(container.GetProperty("latestVersion").ValueKind, Is.EqualTo(JsonValueKind.Null), "archived");
            Assert.That((container.GetProperty("nextVersion").GetString(), container.GetProperty("dataType").GetString()), Is.EqualTo(("2", "uri_folder")));
        }
    }

    [Test]
    public async Task Component_Anonymous_GetsANameOfTheServers()
    {
        using var service = new RawService();

        RawAnswer answer = await service.ArmAsync(
            "PUT",
            "components/azureml_anonymous/versions/2f030a3b-b8a7-d55c-78eb-5eebe4071a54",
            """{"properties":{"isAnonymous":true,"componentSpec":{"command":"echo","environment":"azureml:AzureML-sklearn-1.0:33","is_deterministic":true,"inputs":{"x":{"type":"number","optional":false,"default":10.99}},"type":"command","_source":"YAML.JOB"}}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Json.GetProperty("name").GetString(), Is.Not.EqualTo("2f030a3b-b8a7-d55c-78eb-5eebe4071a54"));
            Assert.That(
                answer.Properties.GetProperty("componentSpec").ToString(),
                Is.EqualTo("""{"command":"echo","environment":"azureml://registries/azureml/environments/AzureML-sklearn-1.0/versions/33","is_deterministic":"True","inputs":{"x":{"type":"number","optional":"False","default":"10.99"}},"type":"command","resources":{"instance_count":"1"}}"""));
            Assert.That((await service.SendAsync("GET", $"https://management.azure.com{answer.Json.GetProperty("id").GetString()}?api-version=2024-04-01")).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Component_ImmutableMemberChanged_IsTheRecordedError()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "components/c/versions/1", """{"properties":{"componentSpec":{"command":"echo","code":"azureml:a:1"}}}""");

        RawAnswer answer = await service.ArmAsync("PUT", "components/c/versions/1", """{"properties":{"componentSpec":{"command":"echo","code":"azureml:b:1"}}}""");

        Assert.That(
            (answer.Status, answer.Error.GetProperty("message").GetString(), answer.InnerCode),
            Is.EqualTo((400, "Failed to update component c since field \"code\" is immutable, try specifying a new version.", "UpdateComponentFailed")));
    }

    [TestCase("data/d/versions/1", "Data version d:1 (dataContainerName:version) not found.")]
    [TestCase("data/d", "d container was not found.")]
    [TestCase("environments/e", "No environment exists for name: e, version: , label: ")]
    [TestCase("components/c/versions/1", "Not found component c.")]
    [TestCase("models/m/versions/1", "The specified resource was not found.")]
    public async Task Get_UnknownAsset_IsTheRecordedError(string path, string message)
    {
        using var service = new RawService();

        RawAnswer answer = await service.ArmAsync("GET", path);

        Assert.That((answer.Status, answer.Error.GetProperty("message").GetString()), Is.EqualTo((404, message)));
    }
}
