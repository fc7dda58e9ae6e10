namespace ServerlessCompute;

public sealed class JobPlanTests
{
    private const string W = AssetWorkspace.Path;

    [Test]
    public async Task Plan_OfJobWithoutAssets_IsEmptyAndResolvesToTheSameJob()
    {
        var workspace = new AssetWorkspace();
        CommandJob job = Command.Run("echo hello").WithEnvironment("azureml:AzureML-sklearn@latest").WithInput("n", 1);

        JobPlan plan = await Plan(job);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Needs, Is.Empty);
            Assert.That(await Apply(workspace, plan), Is.SameAs(job));
            Assert.That(workspace.Requests, Is.Empty);
        }
    }

    [Test]
    public async Task Plan_OfEverything_ListsEachAssetOnceWithItsBytes()
    {
        using FileTree tree = new FileTree().File("src/a.py", "12345").File("data/x.csv", "1\n").File("docker/Dockerfile", "FROM x\n");
        CommandJob job = Command.Run("x").WithCode("src").WithBuild("docker")
            .WithInput("one", Input.UriFolder("data")).WithInput("two", Input.UriFolder("./data")).WithInput("three", Input.UriFile("azureml:d@latest"));

        JobPlan plan = await Plan(job, tree.Root);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Needs.Select(a => a.GetType()), Is.EqualTo([typeof(CodeNeed), typeof(EnvironmentNeed), typeof(DataNeed), typeof(LookupNeed)]));
            Assert.That(
                plan.Describe().Select(asset => asset.Hash is { } hash ? asset.ToString().Replace(hash, "HASH", StringComparison.Ordinal) : asset.ToString()),
                Is.EqualTo([
                    "upload code src (1 file, 5 bytes)",
                    "upload build context docker (1 file, 7 bytes) to LocalUpload/HASH/docker",
                    "register environment CliV2AnonymousEnvironment:HASH",
                    "upload data data (1 file, 2 bytes) to LocalUpload/HASH/data",
                    "look up data newest version of d",
                ]));
            Assert.That(plan.Uploads.Select(upload => upload.Place), Is.EqualTo(["code", "environment", "inputs.one"]));
        }
    }

    [Test]
    public async Task Apply_OfEverything_PutsIdsAndAddressesInThePlaces()
    {
        using FileTree tree = new FileTree().File("src/a.py", "12345").File("data/x.csv", "1\n");
        Input local = Input.UriFolder("data");
        CommandJob job = Command.Run($"python a.py {local}").WithCode("src").WithImage("python:3.11")
            .WithInput("model", Input.TritonModel("azureml:m:3")).WithInput("newest", Input.MlflowModel("azureml:m@latest"))
            .WithInput("table", Input.MLTable("azureml:d@latest")).WithInput("far", Input.UriFile("https://example.test/x"))
            .WithInput("id", Input.UriFile("azureml:/subscriptions/s/x"))
            .WithOutput("out", Output.UriFolder());

        var resolved = (CommandJob)await Apply(new AssetWorkspace(), await Plan(job, tree.Root));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(resolved.Code!.Text, Does.Match($"^{W}/codes/[0-9a-f-]{{36}}/versions/1$"));
            Assert.That(resolved.Environment!.Reference, Is.EqualTo($"{W}/environments/CliV2AnonymousEnvironment/versions/cf5b091b5c0106f54f5b040169b322c104c6471fbe5f40384d2ef9b18e466112"));
            Assert.That(resolved.Environment.IsInline, Is.False);
            Assert.That(resolved.Command.Text, Is.EqualTo("python a.py ${{inputs.local}}"));
            Assert.That(PathOf(resolved, "local"), Does.StartWith("azureml://datastores/workspaceblobstore/paths/LocalUpload/"));
            Assert.That(PathOf(resolved, "model"), Is.EqualTo($"{W}/models/m/versions/3"));
            Assert.That(PathOf(resolved, "newest"), Is.EqualTo($"{W}/models/m/versions/9"));
            Assert.That(PathOf(resolved, "table"), Is.EqualTo($"{W}/data/d/versions/7"));
            Assert.That(PathOf(resolved, "far"), Is.EqualTo("https://example.test/x"));
            Assert.That(PathOf(resolved, "id"), Is.EqualTo("/subscriptions/s/x"));
            Assert.That(resolved.AllOutputs.Keys, Is.EqualTo(["out"]));
        }
    }

    [Test]
    public async Task Plan_OfSparkJobThatLeavesThingsOpen_SettlesThemAsTheReferenceClientDoes()
    {
        using FileTree tree = new FileTree().File("src/clean.py", "1");
        SparkJob job = Spark.Run("clean.py").WithCode("src").WithDynamicAllocation(1, 4);

        var serverless = (SparkJob)(await Plan(job.WithResources("standard_e4s_v3", "3.4"), tree.Root)).Planned;
        var attached = (SparkJob)(await Plan(job.WithCompute("pool").AddConf(SparkConf.DynamicAllocationEnabled, false), tree.Root)).Planned;
        var told = (SparkJob)(await Plan(job.WithCompute("pool").WithIdentity(new AmlTokenConfiguration()).AddConf(SparkConf.ExecutorInstances, 3), tree.Root)).Planned;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(serverless.Identity, Is.EqualTo(new UserIdentityConfiguration()));
            Assert.That(serverless.Conf[SparkConf.ExecutorInstances], Is.EqualTo((SparkSetting)1));
            Assert.That(attached.Identity, Is.EqualTo(new ManagedIdentityConfiguration()));
            Assert.That(attached.Conf.Keys, Has.No.Member(SparkConf.DynamicAllocationEnabled).And.No.Member(SparkConf.ExecutorInstances));
            Assert.That(told.Identity, Is.EqualTo(new AmlTokenConfiguration()));
            Assert.That(told.Conf[SparkConf.ExecutorInstances], Is.EqualTo((SparkSetting)3));
        }
    }

    [TestCase("clean.py", null)]
    [TestCase("./jobs/clean.py", null)]
    [TestCase("gone.py", "has no such file")]
    [TestCase("Clean.py", "has no such file")]
    [TestCase("secret.py", ".amlignore")]
    public async Task Plan_OfSparkEntry_DemandsTheFileInTheCode(string entry, string? problem)
    {
        using FileTree tree = new FileTree().File("src/clean.py", "1").File("src/jobs/clean.py", "2").File("src/secret.py", "3").File("src/.amlignore", "secret.py\n");
        SparkJob job = Spark.Run(entry).WithCode("src");

        if (problem is null)
        {
            Assert.That((await Plan(job, tree.Root)).Needs.OfType<CodeNeed>().Count(), Is.EqualTo(1));
        }
        else
        {
            Assert.That(() => Plan(job, tree.Root), Throws.TypeOf<JobAssetException>().With.Message.Contains(problem));
        }
    }

    [TestCase("e:3", W + "/environments/e/versions/3")]
    [TestCase("azureml:e:3", W + "/environments/e/versions/3")]
    [TestCase("e@latest", W + "/environments/e/versions/9")]
    [TestCase("azureml:e@latest", W + "/environments/e/versions/9")]
    [TestCase("AzureML-x@latest", "azureml:AzureML-x@latest")]
    [TestCase("azureml:AzureML-x:4", "azureml:AzureML-x:4")]
    [TestCase("azureml://registries/r/environments/e/labels/latest", "azureml://registries/r/environments/e/labels/latest")]
    [TestCase("azureml:/subscriptions/s/x", "/subscriptions/s/x")]
    [TestCase("/subscriptions/s/x", "/subscriptions/s/x")]
    public async Task Apply_OfEnvironment_SendsWhatTheReferenceClientSends(string written, string sent)
    {
        var resolved = (CommandJob)await Apply(new AssetWorkspace(), await Plan(Command.Run("x").WithEnvironment(written)));

        Assert.That(resolved.Environment!.Reference, Is.EqualTo(sent));
    }

    [Test]
    public async Task Apply_OfImageThatNamesAnEnvironment_TakesItForTheEnvironment()
    {
        var resolved = (CommandJob)await Apply(new AssetWorkspace(), await Plan(Command.Run("x").WithImage("azureml:AzureML-x@latest")));

        Assert.That(resolved.Environment, Is.EqualTo(new JobEnvironment { Reference = "azureml:AzureML-x@latest" }));
    }

    [TestCase("e")]
    [TestCase("azureml:e")]
    [TestCase("e@newest")]
    public async Task Plan_OfEnvironmentWithoutVersion_SaysWhatToWrite(string written)
    {
        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => Plan(Command.Run("x").WithEnvironment(written))))!;

        Assert.That(error.Message, Does.Contain("e@latest"));
    }

    [Test]
    public async Task Plan_OfNewestCode_SaysThatThereIsNone()
    {
        Assert.That((await Assert.ThrowsAsync<JobAssetException>(() => Plan(Command.Run("x").WithCode("azureml:c@latest"))))!.Message, Does.Contain("azureml:NAME:1"));
    }

    [Test]
    public async Task Apply_OfNewestOfNothing_SaysSo()
    {
        var workspace = new AssetWorkspace { Intercept = _ => AssetWorkspace.Json(200, """{"value":[]}""") };
        JobPlan plan = await Plan(Command.Run("x").WithEnvironment("e@latest"));

        Assert.That((await Assert.ThrowsAsync<JobAssetException>(() => Apply(workspace, plan)))!.Message, Does.Contain("environments/e"));
    }

    [Test]
    public async Task Apply_OfTheSameEnvironmentTwice_RegistersItOnce()
    {
        var workspace = new AssetWorkspace();
        JobPlan plan = await Plan(Command.Run("x").WithImage("python:3.11"));

        await Apply(workspace, plan);
        await Apply(workspace, plan);

        Assert.That(workspace.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Apply_OfBuildContext_RegistersItsAddress()
    {
        using FileTree tree = new FileTree().File("docker/Dockerfile", "FROM x\n").File("docker/cpu/Dockerfile", "FROM y\n");
        var workspace = new AssetWorkspace();

        await Apply(workspace, await Plan(Command.Run("x").WithBuild("docker", "cpu/Dockerfile"), tree.Root));

        string place = workspace.Blobs().First().Split("/Dockerfile")[0].Split("/cpu")[0];
        Assert.That(
            workspace.Body("PUT environments").ToString(),
            Is.EqualTo($$$"""{"properties":{"build":{"contextUri":"https://stworkspace.blob.core.windows.net/azureml-blobstore/{{{place}}}/","dockerfilePath":"cpu/Dockerfile"},"isAnonymous":true}}"""));
    }

    [Test]
    public async Task Plan_OfFolderAsFile_NamesBoth()
    {
        using FileTree tree = new FileTree().File("d/x.csv").File("f");

        JobAssetException folder = (await Assert.ThrowsAsync<JobAssetException>(() => Plan(Command.Run("x").WithInput("i", Input.UriFile("d")), tree.Root)))!;
        JobAssetException file = (await Assert.ThrowsAsync<JobAssetException>(() => Plan(Command.Run("x").WithInput("i", Input.MLTable("f")), tree.Root)))!;
        JobAssetException build = (await Assert.ThrowsAsync<JobAssetException>(() => Plan(Command.Run("x").WithBuild("f"), tree.Root)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(folder.Path, Is.EqualTo(tree["d"]));
            Assert.That(folder.Message, Does.Contain("is a folder"));
            Assert.That(file.Path, Is.EqualTo(tree["f"]));
            Assert.That(file.Message, Does.Contain("is a file"));
            Assert.That(build.Message, Does.Contain("is a file"));
        }
    }

    [Test]
    public async Task Plan_OfMissingCode_PrintsTheAbsolutePath()
    {
        using var tree = new FileTree();

        JobAssetException error = (await Assert.ThrowsAsync<JobAssetException>(() => Plan(Command.Run("x").WithCode("../nowhere"), tree["jobs"])))!;

        Assert.That(error.Message, Does.Contain(tree["nowhere"]));
    }

    [Test]
    public async Task Plan_OfPathWithItsOwnBase_StartsThere()
    {
        using FileTree tree = new FileTree().File("yaml/src/a.py", "a");

        JobPlan plan = await Plan(Command.Run("x").WithCode(new AssetPath("src") { BaseFolder = tree["yaml"] }), tree["elsewhere"]);

        Assert.That(((CodeNeed)plan.Needs.Single()).Snapshot.SourcePath, Is.EqualTo(tree["yaml/src"]));
    }

    private static string PathOf(CommandJob job, string input) => ((DataInput)job.Inputs[input]).Path!.Text;

    private static Task<JobPlan> Plan(Job job, string folder = ".") => JobPlanner.PlanAsync(job, new PlanScope(W, folder), CancellationToken.None);

    private static Task<Job> Apply(AssetWorkspace workspace, JobPlan plan) => new PlanApplier(workspace.Context).ApplyAsync(plan, progress: null, CancellationToken.None);
}
