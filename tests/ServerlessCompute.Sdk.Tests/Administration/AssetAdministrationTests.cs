using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Environments, data, models, code and components through the whole client, against the service in memory.</summary>
internal sealed class AssetAdministrationTests : IDisposable
{
    private readonly InMemoryServerless _serverless = new();
    private readonly FileTree _tree = new FileTree()
        .File("conda.yml", "name: x\ndependencies: [python=3.11]\n").File("docker/Dockerfile", "FROM x\n")
        .File("iris/a.csv", "1,2\n").File("iris/n/b.csv", "3\n").File("model/weights.bin", "w").File("src/train.py", "print(1)\n");

    private ServerlessComputeClient Client => _serverless.CreateClient();

    private UploadOptions Options => new() { BaseFolder = _tree.Root };

    public void Dispose()
    {
        _serverless.Dispose();
        _tree.Dispose();
    }

    [Test]
    public async Task RegisterEnvironmentAsync_WithCondaFile_KeepsWhatItSays()
    {
        EnvironmentAsset made = await Client.RegisterEnvironmentAsync(
            new EnvironmentAsset { Name = "trainer", Image = "python:3.11", CondaFile = "conda.yml", Description = "d", Tags = [new("team", "vision")] }, Options);

        EnvironmentAsset read = await Client.GetEnvironmentAsync(made.Reference);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.EqualTo(made));
            Assert.That((read.Name, read.Version, read.Reference), Is.EqualTo(("trainer", "1", "azureml:trainer:1")));
            Assert.That(read.Conda, Is.EqualTo(RawJson.Parse("""{"dependencies":["python=3.11"],"name":"x"}""")));
            Assert.That((read.Image, read.Description, read.Tags["team"]), Is.EqualTo(("python:3.11", "d", "vision")));
            Assert.That(read.IsAnonymous, Is.False);
        }
    }

    [Test]
    public async Task RegisterEnvironmentAsync_WithBuildContext_UploadsIt()
    {
        EnvironmentAsset made = await Client.RegisterEnvironmentAsync(new EnvironmentAsset { Name = "built", BuildContext = "docker" }, Options);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.BuildContext!.Text, Does.Match("^https://.*/LocalUpload/[0-9a-f]{64}/docker/$"));
            Assert.That(made.DockerfilePath, Is.EqualTo("Dockerfile"));
            Assert.That(made.Image, Is.Null);
        }
    }

    [Test]
    public async Task RegisterEnvironmentAsync_AgainAndAgain_CountsVersions()
    {
        var environment = new EnvironmentAsset { Name = "e", Image = "python:3.11" };
        await Client.RegisterEnvironmentAsync(environment);
        await Client.RegisterEnvironmentAsync(environment with { Image = "python:3.12" });
        await Client.RegisterEnvironmentAsync(environment with { Version = "9", Image = "python:3.13" });

        List<EnvironmentAsset> versions = await Client.GetEnvironmentVersionsAsync("e").ToListAsync();
        List<AssetSummary> names = await Client.GetEnvironmentsAsync().ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(versions.Select(v => (v.Version, v.Image)), Is.EqualTo([("9", "python:3.13"), ("2", "python:3.12"), ("1", "python:3.11")]));
            Assert.That((await Client.GetEnvironmentAsync("e@latest")).Version, Is.EqualTo("9"));
            Assert.That((await Client.GetEnvironmentAsync("azureml:e")).Version, Is.EqualTo("9"));
            Assert.That((await Client.GetEnvironmentAsync(versions[1].Id!)).Image, Is.EqualTo("python:3.12"));
            Assert.That(names.Select(n => n.ToString()), Is.EqualTo(["e:9"]));
        }
    }

    [Test]
    public async Task ArchiveEnvironmentAsync_OfOneVersion_HidesItAlone()
    {
        await Client.RegisterEnvironmentAsync(new EnvironmentAsset { Name = "e", Image = "a" });
        await Client.RegisterEnvironmentAsync(new EnvironmentAsset { Name = "e", Image = "b" });

        await Client.ArchiveEnvironmentAsync("e:1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Client.GetEnvironmentVersionsAsync("e").ToListAsync()).Select(v => v.Version), Is.EqualTo(["2"]));
            Assert.That((await Client.GetEnvironmentVersionsAsync("e", includeArchived: true).ToListAsync()).Select(v => (v.Version, v.IsArchived)), Is.EqualTo([("2", false), ("1", true)]));
        }
    }

    [Test]
    public async Task ArchiveEnvironmentAsync_OfAName_HidesAllAndRestoreShowsThem()
    {
        await Client.RegisterEnvironmentAsync(new EnvironmentAsset { Name = "e", Image = "a" });
        await Client.RegisterEnvironmentAsync(new EnvironmentAsset { Name = "e", Image = "b" });

        await Client.ArchiveEnvironmentAsync("e");
        int hidden = (await Client.GetEnvironmentsAsync().ToListAsync()).Count;
        await Client.RestoreEnvironmentAsync("e");

        Assert.That((hidden, (await Client.GetEnvironmentVersionsAsync("e").ToListAsync()).Count), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task RegisterDataAsync_OfLocalFolder_UploadsItForJobsAndDownloads()
    {
        DataAsset made = await Client.RegisterDataAsync(new DataAsset { Name = "iris", Path = "iris" }, Options);
        IReadOnlyDictionary<string, string>? seen = null;
        _serverless.OnCommand(context => seen = context.ReadData(context.Inputs["data"]));

        await (await Client.SubmitAsync(Command.Run("train ${{inputs.data}}").WithEnvironment("e:1").WithInput("data", Input.UriFolder(made.Reference)))).WaitForCompletionAsync();
        DownloadedFiles files = await Client.DownloadDataAsync("iris", _tree["out"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Path!.Text, Does.EndWith("/datastores/workspaceblobstore/paths/LocalUpload/" + made.Path.Text.Split('/')[^3] + "/iris/"));
            Assert.That(seen!.Keys, Is.EquivalentTo(["a.csv", "n/b.csv"]));
            Assert.That(files.Files.Select(file => Path.GetRelativePath(_tree["out"], file)), Is.EqualTo([Path.Join("a.csv"), Path.Join("n", "b.csv")]));
        }
    }

    [Test]
    public async Task RegisterDataAsync_OfAddress_UploadsNothing()
    {
        DataAsset made = await Client.RegisterDataAsync(new DataAsset { Name = "far", Type = InputType.UriFile, Path = "https://example.test/x.csv" });

        Assert.That((made.Type, made.Path!.Text), Is.EqualTo((InputType.UriFile, "https://example.test/x.csv")));
    }

    [Test]
    public async Task RegisterModelAsync_OfLocalFolder_UploadsAndDownloadsIt()
    {
        ModelAsset made = await Client.RegisterModelAsync(
            new ModelAsset { Name = "m", Type = InputType.MlflowModel, Path = "model", JobName = "job_1", Flavors = [new("python_function", RawJson.Parse("""{"data":{"env":"x"}}"""))] }, Options);

        DownloadedFiles files = await Client.DownloadModelAsync("m:1", _tree["out"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.Type, made.JobName, made.Flavors.Count), Is.EqualTo((InputType.MlflowModel, "job_1", 1)));
            Assert.That(await File.ReadAllTextAsync(files.Files.Single()), Is.EqualTo("w"));
        }
    }

    [Test]
    public async Task RegisterCodeAsync_OfWhatASubmissionUploaded_FindsIt()
    {
        await Client.SubmitAsync(Command.Run("python train.py").WithEnvironment("e:1").WithCode("src"), new SubmitOptions { BaseFolder = _tree.Root });

        CodeAsset code = await Client.RegisterCodeAsync("src", Options);
        DownloadedFiles files = await Client.DownloadCodeAsync(code.Id!, _tree["out"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code.Id, Is.EqualTo(_serverless.Jobs.Single().Body.GetProperty("codeId").GetString()));
            Assert.That(code.Hash, Has.Length.EqualTo(64));
            Assert.That(await Client.GetCodesAsync().ToListAsync(), Has.Count.EqualTo(1));
            Assert.That(await File.ReadAllTextAsync(files.Files.Single()), Is.EqualTo("print(1)\n"));
        }
    }

    [Test]
    public async Task RegisterComponentAsync_OfSpecification_MarksItWithItsHash()
    {
        RawJson specification = RawJson.Parse("""{"name":"c","version":"1","type":"command","display_name":"C","command":"echo ${{inputs.n}}","environment":"azureml://registries/azureml/environments/e/versions/1","is_deterministic":true,"inputs":{"n":{"type":"integer","optional":true}}}""");

        ComponentAsset made = await Client.RegisterComponentAsync(new ComponentAsset { Name = "c", Version = "1", Specification = specification });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.Type, made.DisplayName, made.Reference), Is.EqualTo(("command", "C", "azureml:c:1")));
            Assert.That(made.Properties["client_component_hash"], Is.EqualTo(ComponentHash.OfNamed(JsonElement.Parse(specification.ToString())).ToString()));
        }
    }

    [Test]
    public async Task RegisterComponentAsync_OfComponentWithCode_BringsItInAndStepsUseIt()
    {
        var component = new CommandComponent
        {
            Name = "train",
            DisplayName = "Train",
            Description = "d",
            Command = "python train.py --n ${{inputs.n}}",
            Code = "src",
            Environment = JobEnvironment.FromImage("python:3.11"),
            Inputs = [new("n", ComponentInput.Number(1))],
        };

        ComponentAsset made = await Client.RegisterComponentAsync(component, Options);
        ComponentAsset again = await Client.RegisterComponentAsync(component, Options);

        JsonElement specification = JsonElement.Parse(made.Specification.ToString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.Reference, again.Reference, made.Description, made.DisplayName), Is.EqualTo(("azureml:train:1", "azureml:train:2", "d", "Train")));
            Assert.That(specification.GetProperty("code").GetString(), Does.StartWith($"azureml:{_serverless.Workspace}/codes/"));
            Assert.That(specification.GetProperty("environment").GetString(), Does.StartWith($"azureml:{_serverless.Workspace}/environments/CliV2AnonymousEnvironment/versions/"));
            Assert.That(made.Properties["client_component_hash"], Is.EqualTo(again.Properties["client_component_hash"]));
            Assert.That(await Client.GetCodesAsync().ToListAsync(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task RegisterComponentAsync_ThatRefersToNothing_SaysAllThatIsWrong()
    {
        var component = new CommandComponent { Name = "train-it", Command = "echo ${{inputs.n}}", Environment = JobEnvironment.FromImage("python:3.11") };

        JobValidationException? refused = await Assert.ThrowsAsync<JobValidationException>(() => Client.RegisterComponentAsync(component, Options));

        Assert.That(refused!.Diagnostics.Select(found => found.Id), Is.EqualTo(new[] { "SC2001", "SC0102" }));
        Assert.That(await Client.GetComponentsAsync().ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task RegisterComponentAsync_WithoutName_IsRefusedHere() =>
        await Assert.ThatAsync(() => Client.RegisterComponentAsync(new CommandComponent { Command = "x" }), Throws.ArgumentException.With.Message.Contains("name"));

    [Test]
    public async Task ArchiveComponentAsync_OfAnsweredTexts_IsNoChangeOfTheComponent()
    {
        await Client.RegisterComponentAsync(new ComponentAsset
        {
            Name = "c",
            Specification = RawJson.Parse("""{"type":"command","command":"echo","environment":"azureml:AzureML-x:3","is_deterministic":true,"inputs":{"n":{"type":"integer","optional":true}}}"""),
        });

        await Client.ArchiveComponentAsync("c:1");
        ServerlessRequestException refused = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Client.RegisterComponentAsync(new ComponentAsset
        {
            Name = "c",
            Version = "1",
            Specification = RawJson.Parse("""{"type":"command","command":"other"}"""),
        })))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Client.GetComponentVersionsAsync("c", includeArchived: true).ToListAsync()).Single().IsArchived, Is.True);
            Assert.That(refused.Message, Does.Contain("\"command\" is immutable"));
        }
    }

    [TestCase("azureml://registries/r/environments/e/versions/1")]
    [TestCase("/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/models/m/versions/1")]
    [TestCase("e@newest")]
    [TestCase(" ")]
    public async Task GetEnvironmentAsync_OfSomethingElse_IsRefusedHere(string reference) =>
        await Assert.ThatAsync(() => Client.GetEnvironmentAsync(reference), Throws.InstanceOf<ArgumentException>());

    [Test]
    public async Task GetModelAsync_OfNothing_SaysSo()
    {
        JobAssetException none = (await Assert.ThrowsAsync<JobAssetException>(() => Client.GetModelAsync("m")))!;
        ServerlessRequestException missing = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Client.GetModelAsync("m:1")))!;

        Assert.That((none.Message.Contains("models/m", StringComparison.Ordinal), missing.Status), Is.EqualTo((true, 404)));
    }

    [Test]
    public async Task RegisterDataAsync_WithoutNameOrPath_IsRefusedHere()
    {
        await Assert.ThatAsync(() => Client.RegisterDataAsync(new DataAsset { Path = "x" }), Throws.ArgumentException.With.Message.Contains("name"));
        await Assert.ThatAsync(() => Client.RegisterDataAsync(new DataAsset { Name = "x" }), Throws.ArgumentException.With.Message.Contains("path"));
    }

    [Test]
    public async Task RegisterDataAsync_OfMoreThanAllowed_NamesTheFolder() =>
        await Assert.ThatAsync(
            () => Client.RegisterDataAsync(new DataAsset { Name = "iris", Path = "iris" }, Options with { MaxUploadBytes = 1 }),
            Throws.TypeOf<JobAssetException>().With.Property("Path").EqualTo(_tree["iris"]));

    [Test]
    public async Task RegisterEnvironmentAsync_WhoseVersionSomebodyTook_TakesTheNext()
    {
        var transport = new FaultyTransport(_serverless.Transport).LetThrough().Answer(409, """{"error":{"code":"Conflict","message":"taken"}}""");
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = transport;
        var client = new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options);

        EnvironmentAsset made = await client.RegisterEnvironmentAsync(new EnvironmentAsset { Name = "e", Image = "a" });

        Assert.That(transport.Requests, Is.EqualTo(["GET /environments/e", "PUT /environments/e/versions/1", "GET /environments/e", "PUT /environments/e/versions/1"]));
        Assert.That(made.Version, Is.EqualTo("1"));
    }

    [Test]
    public void Reference_OfWhatHasNoName_SaysSo() => Assert.That(() => new ModelAsset().Reference, Throws.InvalidOperationException.With.Message.Contains("name"));

    [Test]
    public async Task GetEnvironmentsAsync_OfMany_AsksPageByPage()
    {
        for (int i = 0; i < 60; i++)
        {
            await Client.RegisterEnvironmentAsync(new EnvironmentAsset { Name = $"e{i:00}", Version = "1", Image = "a" });
        }

        Assert.That((await Client.GetEnvironmentsAsync().ToListAsync()).Select(summary => summary.Name).Distinct().Count(), Is.EqualTo(60));
    }
}
