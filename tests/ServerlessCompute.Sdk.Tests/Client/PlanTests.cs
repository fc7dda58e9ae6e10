using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a submission would do, and that it then does just that.</summary>
internal sealed class PlanTests : IDisposable
{
    private readonly InMemoryServerless _serverless = new();
    private readonly FileTree _tree = new FileTree()
        .File("src/train.py", "print(1)\n").File("src/lib/util.py", "x = 1\n").File("src/data/raw.bin", new byte[1_500])
        .File("data/iris.csv", "1,2\n").File("docker/Dockerfile", "FROM x\n");

    private static CommandJob Job => Command.Run("python train.py ${{inputs.data}} ${{inputs.known}}").WithCode("src").WithBuild("docker")
        .WithInput("data", Input.UriFolder("data")).WithInput("known", Input.UriFile("azureml:d:3"));

    private SubmitOptions Options => new() { BaseFolder = _tree.Root };

    public void Dispose()
    {
        _serverless.Dispose();
        _tree.Dispose();
    }

    [Test]
    public async Task PlanAsync_OfJobWithFiles_AsksNobody()
    {
        var transport = new KeepingTransport(_serverless.Transport);

        SubmissionPlan plan = await Client(transport).PlanAsync(Job, Options);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.Kept, Is.Empty);
            Assert.That(plan.Job, Is.EqualTo(Job));
            Assert.That(plan.ApiVersion, Is.EqualTo("2024-04-01"));
            Assert.That(plan.RequestPath, Is.EqualTo($"{_serverless.Workspace}/jobs/{{name}}"));
            Assert.That(plan.UploadBytes, Is.EqualTo(9 + 6 + 1_500 + 4 + 7));
            Assert.That(plan.Warnings, Is.Empty);
        }
    }

    [Test]
    public async Task SubmitAsync_AfterPlanAsync_SendsTheBodiesThatWerePlanned()
    {
        SubmissionPlan plan = await _serverless.CreateClient().PlanAsync(Job.WithName("planned"), Options);
        var transport = new KeepingTransport(_serverless.Transport);

        await Client(transport).SubmitAsync(Job.WithName("planned"), Options);

        string sent = transport[$"PUT {plan.RequestPath}"];
        string codeId = JsonElement.Parse(sent).GetProperty("properties").GetProperty("codeId").GetString()!;
        PlannedAsset code = plan.Assets[0];
        PlannedAsset environment = plan.Assets[2];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Body.Replace(code.Reference!, codeId, StringComparison.Ordinal), Is.EqualTo(sent));
            Assert.That(transport["PUT " + codeId], Does.EndWith(code.Body!.Split("{upload}")[1]));
            Assert.That(transport[$"PUT {environment.Reference}"], Does.EndWith(environment.Body!.Split("{workspaceblobstore}")[1]));
        }
    }

    [Test]
    public async Task PlanAsync_OfJobWithFiles_ListsThemWithHashesAndPlaces()
    {
        SubmissionPlan plan = await _serverless.CreateClient().PlanAsync(Job, Options);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Assets.Select(asset => (asset.Action, asset.Kind, asset.Name)), Is.EqualTo(new[]
            {
                (PlannedAction.Upload, PlannedAssetKind.Code, "src"),
                (PlannedAction.Upload, PlannedAssetKind.BuildContext, "docker"),
                (PlannedAction.Register, PlannedAssetKind.Environment, "CliV2AnonymousEnvironment"),
                (PlannedAction.Upload, PlannedAssetKind.Data, "data"),
            }));
            Assert.That(plan.Assets[0].Files, Is.EqualTo(new PlannedFile[] { new("data/raw.bin", 1_500), new("lib/util.py", 6), new("train.py", 9) }));
            Assert.That(plan.Assets[0].Source, Is.EqualTo(_tree["src"]));
            Assert.That(plan.Assets[0].Hash, Has.Length.EqualTo(64));
            Assert.That(plan.Assets[3].Place, Is.EqualTo($"LocalUpload/{plan.Assets[3].Hash}/data"));
        }
    }

    [Test]
    public async Task ToString_OfPlan_IsAReport()
    {
        using FileTree many = new FileTree().File("s/a.py", "12345");
        for (int i = 0; i < 12; i++)
        {
            many.File($"s/f{i:00}.bin", new byte[1_000]);
        }

        SubmissionPlan plan = await _serverless.CreateClient().PlanAsync(
            Command.Run("python a.py ${{inputs.far}}").WithCode("s").WithEnvironment("e@latest").WithName("n").WithInput("far", Input.UriFile("https://x.test/a?sv=1&sig=abc%2B&se=2")),
            new SubmitOptions { BaseFolder = many.Root });

        string[] report = (plan with { Warnings = [] }).ToString().ReplaceLineEndings("\n").Split("\n\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report[0], Is.EqualTo($"""
                Plan: upload 13 files, 12 kB at most, register 1, look up 1, send the job
                  upload   code          s (13 files, 12 kB)
                           {many["s"]}, hash {plan.Assets[0].Hash}
                              5 bytes  a.py
                                 1 kB  f00.bin
                                 1 kB  f01.bin
                                 1 kB  f02.bin
                                 1 kB  f03.bin
                                 1 kB  f04.bin
                                 1 kB  f05.bin
                                 1 kB  f06.bin
                                 5 kB  in 5 more
                  look up  environment   newest version of e
                """.ReplaceLineEndings("\n")));
            Assert.That(report[1], Does.StartWith($"PUT {_serverless.Workspace}/jobs/n?api-version=2024-04-01\n{{\n  \"properties\": {{\n    \""));
            Assert.That(report[1], Does.Contain($"\"codeId\": \"{_serverless.Workspace}/codes/{{code-1}}/versions/1\""));
            Assert.That(report[1], Does.Contain($"\"environmentId\": \"{_serverless.Workspace}/environments/e/versions/{{latest}}\""));
            Assert.That(report[1], Does.Contain("\"uri\": \"https://x.test/a?sv=1&sig=…&se=2\"").And.Not.Contain("abc%2B"));
        }
    }

    [Test]
    public async Task PlanAsync_OfJobWithSecret_ShowsStars()
    {
        SubmissionPlan plan = await _serverless.CreateClient().PlanAsync(
            Command.Run("x").WithEnvironment("e:1").AddEnvironmentVariable("TOKEN", Secret.Of("canary")).AddEnvironmentVariable("PLAIN", "shown"));

        Assert.That(plan.Body, Does.Contain("\"TOKEN\":\"***\"").And.Contain("\"PLAIN\":\"shown\"").And.Not.Contain("canary"));
    }

    [Test]
    public async Task PlanAsync_OfMoreThanAllowed_NamesTheFolderAndTheWayOut()
    {
        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => _serverless.CreateClient().PlanAsync(Job, Options with { MaxUploadBytes = 1_000 })))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Path, Is.EqualTo(_tree["src"]));
            Assert.That(
                error.Message,
                Is.EqualTo($"The code folder '{_tree["src"]}' has 1.5 kB in 3 files, most of it in 'data/' (1.5 kB), 'train.py' (9 bytes), 'lib/' (6 bytes). SubmitOptions.MaxUploadBytes allows 1 kB. "
                    + $"Keep parts out with lines such as 'data/' in '{_tree["src/.amlignore"]}', or raise the limit."));
        }
    }

    [Test]
    public async Task SubmitAsync_OfMoreThanAllowedTogether_NamesTheLargestAndSendsNothing()
    {
        _tree.File("data/more.csv", new byte[2_000]).File("data/.gitignore", "x\n");
        var transport = new KeepingTransport(_serverless.Transport);

        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => Client(transport).SubmitAsync(Job, Options with { MaxUploadBytes = 3_000 })))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Path, Is.EqualTo(_tree["data"]));
            Assert.That(error.Message, Does.StartWith("The job would upload 3.5 kB or more. The data").And.Contain($"lines such as 'more.csv' in '{_tree["data/.gitignore"]}'"));
            Assert.That(transport.Kept, Is.Empty);
        }
    }

    [Test]
    public async Task PlanAsync_OfAsMuchAsAllowed_IsFine() =>
        Assert.That((await _serverless.CreateClient().PlanAsync(Job, Options with { MaxUploadBytes = 1_526 })).UploadBytes, Is.EqualTo(1_526));

    [Test]
    public async Task PlanAsync_OfLargeFolder_Warns()
    {
        using (FileStream large = File.Create(_tree["src/checkpoints.bin"]))
        {
            large.SetLength(100_000_001);
        }

        var told = new List<JobDiagnostic>();
        SubmissionPlan plan = await _serverless.CreateClient().PlanAsync(Command.Run("x").WithImage("i").WithCode("src"), Options with { OnWarning = told.Add });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Warnings.Select(warning => (warning.Id, warning.Path)), Is.EqualTo([("SC1010", "Code")]));
            Assert.That(plan.Warnings[0].Message, Does.Contain("has 100 MB in 4 files").And.Contain("'checkpoints.bin' (100 MB)"));
            Assert.That(told, Is.EqualTo(plan.Warnings));
            Assert.That(plan.ToString(), Does.Contain("warning SC1010 at Code"));
        }
    }

    [Test]
    public async Task PlanAsync_OfLargeFile_AdvisesToUploadItOnce()
    {
        using (FileStream large = File.Create(_tree["big.csv"]))
        {
            large.SetLength(100_000_001);
        }

        SubmissionPlan plan = await _serverless.CreateClient().PlanAsync(Command.Run("x ${{inputs.big}}").WithImage("i").WithInput("big", Input.UriFile("big.csv")), Options);

        Assert.That((plan.Warnings[0].Path, plan.Warnings[0].Fix), Is.EqualTo(("Inputs[\"big\"]", "Upload it once, and give its address in the datastore.")));
    }

    [Test]
    public async Task PlanAsync_OfJobWithMistakes_Throws() =>
        Assert.That((await Assert.ThrowsAsync<JobValidationException>(() => _serverless.CreateClient().PlanAsync(Command.Run(""))))!.Diagnostics, Is.Not.Empty);

    [Test]
    public async Task PlanAsync_OfOperation_NamesTheJobAsItsSubmissionWill()
    {
        CommandJob job = Command.Run("x").WithEnvironment("e:1");
        var options = new SubmitOptions { OperationId = "nightly-7" };

        SubmissionPlan plan = await _serverless.CreateClient().PlanAsync(job, options);
        JobRun run = await _serverless.CreateClient().SubmitAsync(job, options);

        Assert.That(plan.RequestPath, Does.EndWith("/jobs/" + run.Name));
    }

    [Test]
    public async Task SubmitAsync_OfMemberBeyondTheVersion_UploadsNothing()
    {
        var transport = new KeepingTransport(_serverless.Transport);
        var options = new ServerlessComputeClientOptions(ServerlessComputeClientOptions.ServiceVersion.V2024_04_01) { Transport = transport };
        var client = new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options);

        await Assert.ThrowsAsync<JobValidationException>(() => client.SubmitAsync(Job.WithDistribution(new RayDistribution()), Options));

        Assert.That(transport.Kept, Is.Empty);
    }

    private ServerlessComputeClient Client(KeepingTransport transport)
    {
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = transport;
        return new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options);
    }
}
