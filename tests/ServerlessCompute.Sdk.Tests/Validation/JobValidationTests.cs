namespace ServerlessCompute;

internal sealed class JobValidationTests
{
    private static CommandJob Good => DiagnosticCases.Good;

    // Jobs that nobody may refuse. What is special about each is what makes it look wrong at first sight.
    private static IEnumerable<Job> GoodJobs()
    {
        Input<double> learningRate = 1e-5;
        Input<string> name = "iris";
        DataInput data = Input.UriFolder("azureml://datastores/workspaceblobstore/paths/iris/");
        Output model = Output.MlflowModel().RegisteredAs("iris-model", "1.0.2");

        yield return Good.WithCommand($"python train.py --lr {learningRate} --data {data} --out {model} --name {name}");
        yield return Good.WithCommand($"echo {learningRate} {learningRate}");
        yield return Good.WithCommand($"echo {learningRate}").WithInput("learningRate", learningRate);
        yield return Good.WithCommand($"echo {model}").WithOutput("model", model);
        yield return Good.WithCommand($$$"""echo ${{inputs.learningRate}} {{{learningRate}}}""");
        yield return Good.WithCommand("python train.py $[[--seed ${{inputs.seed}}]] $[[--lr ${{inputs.lr}}]]");
        yield return Good.WithCommand("echo ${{ inputs.lr }} ${HOME} {a,b} [[ x ]] $(date) ⟦nothing⟧ {inputs} ${inputs}").WithInput("lr", 1);
        yield return Good.WithCommand("echo '${{inputs.text}}' \"${{inputs.text}}\"").WithInput("text", "a b; c & d");
        yield return Good.WithCommand("echo ${{inputs.x}} ${{outputs.x}}").WithInput("x", 1).WithOutput("x", Output.UriFile());
        yield return Good.WithCommand("echo ${{inputs.a}}").WithInput("a", Input.MLTable("azureml:table@latest", InputMode.EvalMount));
        yield return Good.WithCommand("echo ${{inputs.a}}").WithInput("a", Input.UriFolder("../data"));
        yield return Good.WithCommand("echo ${{inputs.a}}").WithInput("a", Input.UriFile("file:///data/iris.csv"));
        yield return Good.WithCommand("echo ${{inputs.a}}").WithInput("a", Input.UriFile("abfss://container@account.dfs.core.windows.net/iris.csv"));
        yield return Good.WithCommand("echo ${{outputs.a}}").WithOutput("a", Output.UriFolder("azureml://datastores/workspaceblobstore/paths/out/${{name}}"));
        yield return Good.WithCommand("echo ${{outputs.a}}").WithOutput("a", Output.UriFolder("azureml://datastores/workspaceblobstore/paths/a/b/../c"));
        yield return Good.WithCode("../src").AddEnvironmentVariable("AZUREML_COMPUTE_USE_COMMON_RUNTIME", "true").AddEnvironmentVariable("EMPTY", "");
        yield return Good.WithCode("/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/codes/c/versions/1");
        yield return Good.AddEnvironmentVariable("HUB_TOKEN", Secret.Of("abc")).AddEnvironmentVariable("TOKENIZERS_PARALLELISM", "false");
        yield return Good.WithEnvironment("azureml:AzureML-acpt-pytorch-2.8-cuda12.6@latest");
        yield return Good.WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest");
        yield return Good.WithEnvironment("/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/environments/e/versions/1");
        yield return Good.WithEnvironment("nccltests:openmpi4.1.0-cuda11.1-cudnn8-ubuntu18.04");
        yield return Good.WithEnvironment("azureml:python:3");
        yield return Good.WithImage("mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest");
        yield return Good.WithImage("localhost:5000/a/b@sha256:0123");
        yield return Good.WithConda("python:3.12", "env/conda.yml");
        yield return Good.WithBuild("./docker", "linux/Dockerfile");
        yield return Good.WithResources(new ResourceConfiguration { InstanceType = "STANDARD_e4s_v3", InstanceCount = 1, ShmSize = "16G", DockerArgsList = ["--ipc=host"] });
        yield return Good.WithResources("gpu-large").WithCompute("kubernetes");
        yield return Good.WithTimeout(TimeSpan.FromDays(21)).WithDistribution(new PyTorchDistribution());
        yield return Good.WithResources("Standard_NC6s_v3", 101).WithDistribution(new PyTorchDistribution { ProcessCountPerInstance = 8 });
        yield return Good.WithResources("Standard_NC6s_v3", 100).WithDistribution(new MpiDistribution());
        yield return Good.WithDistribution(new TensorFlowDistribution { WorkerCount = 3, ParameterServerCount = 0 });
        yield return Good.WithIdentity(new ManagedIdentityConfiguration { ResourceId = "/subscriptions/s/resourcegroups/g/providers/microsoft.managedidentity/userassignedidentities/i" });
        yield return Good.AddService("lab", JobService.JupyterLab()).AddService("shell", JobService.Ssh("ssh-ed25519 AAAA me@host")).AddService("app", JobService.Custom(8080));
        yield return Good.AddService("board", JobService.TensorBoard()).AddService("my_vs_code", JobService.VSCode() with { OnEveryNode = true });
        yield return Good.WithNotificationSettings(new NotificationSettings { Emails = ["a@b"], EmailOn = ["jobcompleted"], Webhooks = [new("build", new JobWebhook())] });
        yield return Good.WithName(new string('a', 255)).WithExperimentName(new string('e', 256)).WithDisplayName("any: text ünd 🚀");
        yield return Good.AddProperty("azureml.git.dirty", "True").AddProperty("mlflow.source.git.branch", "main").AddTag("team", "");
        yield return new UnknownJob("Labeling") { AdditionalProperties = [new("labelCategories", RawJson.Parse("{}"))] };
    }

    [TestCaseSource(nameof(GoodJobs))]
    public void Validate_UnusualButGoodJob_FindsNothing(Job job) => Assert.That(job.Validate().All, Is.Empty);

    [Test]
    public void Validate_ManyProblems_ReportsAllAtOnce()
    {
        CommandJob job = Command.Run("train ${{inputs.a}} ${{outputs.b}}").WithName("?").WithQueueSettings("Gold").WithResources("Standard_E4s_v3", 0);

        Assert.That(job.Validate().Errors.Select(error => error.Id), Is.EqualTo(["SC0102", "SC0103", "SC0401", "SC0501", "SC0511", "SC0901"]));
    }

    [Test]
    public void Validate_OneUnknownInputUsedTwice_ReportsItOnce() =>
        Assert.That(Good.WithCommand("train ${{inputs.a}} '${{inputs.a}}' ${{ inputs.a }}").Validate().All.Select(error => error.Id), Is.EqualTo(["SC0102"]));

    [Test]
    public void Validate_Twice_SaysTheSame()
    {
        Job job = Good.WithQueueSettings("Gold").WithCommand("");
        JobValidationResult first = job.Validate();

        Assert.That(job.Validate().All, Has.Count.EqualTo(2).And.EqualTo(first.All));
    }

    [Test]
    public void Validate_Null_IsRefused() => Assert.That(() => ((Job)null!).Validate(), Throws.ArgumentNullException);

    [Test, Category("S01")]
    public void Validate_ComputeCalledServerless_MeansNoCompute([Values("serverless", "Serverless", "azureml:serverless", "/subscriptions/s/resourceGroups/g/providers/p/workspaces/w/computes/serverless")] string compute) =>
        Assert.That(Good.WithCompute(compute).WithQueueSettings(JobTier.Spot).Validate().All, Is.Empty);

    [Test, Category("S04")]
    public void Validate_TierInAnyCase_IsAccepted([Values("spot", "SPOT", "standard", "null", "Standard")] string tier) =>
        Assert.That(Good.WithQueueSettings(tier).Validate().All, Is.Empty);

    [Test, Category("S04")]
    public void Validate_UnknownTier_ListsTheFiveKnown() =>
        Assert.That(Good.WithQueueSettings("Gold").Validate().Errors[0].Fix, Does.Contain("Null, Spot, Basic, Standard and Premium"));

    [Test, Category("S05")]
    public void Validate_ManagedIdentityWithoutId_MeansTheWorkspacesOwn() =>
        Assert.That(Good.WithIdentity(new ManagedIdentityConfiguration()).Validate().All, Is.Empty);

    [Test, Category("S46")]
    public void Validate_TimeoutBeyondTheTiersLimit_Warns()
    {
        CommandJob eightDays = Good.WithTimeout(TimeSpan.FromDays(8));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(eightDays.Validate().All, Is.Empty);
            Assert.That(eightDays.WithQueueSettings(JobTier.Spot).Validate().Warnings.Select(warning => warning.Id), Is.EqualTo(["SC0523"]));
        }
    }

    [Test]
    public void Validate_JobOfTheService_DoesNotRefuseWhatTheServiceAdded()
    {
        var job = Good.WithCommand("echo hello") with
        {
            Id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/jobs/j",
            Status = JobStatus.Completed,
            Compute = "/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/computes/",
            Tags = [new("_aml_system_ComputeTargetStatus", "{}")],
            Properties = [new("_azureml.ComputeTargetType", "amlctrain"), new("azureml.runsource", "x")],
            Outputs = [new("default", Output.UriFolder("azureml://datastores/workspaceartifactstore/ExperimentRun/dcid.j", OutputMode.ReadWriteMount))],
            Services =
            [
                new("Tracking", new JobService { Type = JobServiceType.Tracking, Endpoint = "azureml://eastus.api.azureml.ms/mlflow/v1.0?" }),
                new("Studio", new JobService { Type = JobServiceType.Studio, Endpoint = "https://ml.azure.com/runs/j", Status = "Running" }),
            ],
        };

        Assert.That(job.Validate().All, Is.Empty);
    }

    [TestCaseSource(nameof(Words))]
    public void Validate_UnknownWordInAJobOfTheService_IsAWarning(DiagnosticCase wrong)
    {
        JobValidationResult result = wrong.ValidateSent();

        Assert.That(result.All.Select(found => (found.Id, found.Severity)), Is.EqualTo(new[] { (wrong.Id, JobDiagnosticSeverity.Warning) }));
    }

    private static IEnumerable<DiagnosticCase> Words() =>
        DiagnosticCases.All.Where(wrong => DiagnosticCatalog.All.Single(descriptor => descriptor.Id == wrong.Id).IsOpenWord);

    [Test]
    public void Validate_JobOfAnUnknownKind_ChecksTheCommonParts() =>
        Assert.That(new UnknownJob("Labeling") { Name = "?" }.Validate().Errors.Select(error => error.Id), Is.EqualTo(["SC0901"]));

    [Test]
    public void Validate_SplicedCommands_ShareTheirHoles()
    {
        Input<int> seed = 1;
        Input<double> learningRate = 0.1;
        CommandText arguments = $"--seed {seed} --lr {learningRate}";

        Assert.That(Good.WithCommand($"python prepare.py {arguments} && python train.py {arguments}").Validate().All, Is.Empty);
    }

    [Test]
    public void Validate_Secrets_AreNeverShown()
    {
        const string Hidden = "hunter2";
        CommandJob job = Good
            .WithCommand("echo ${{inputs.a}} ${{inputs.b}} ${{outputs.c}}")
            .WithInput("a", Input.UriFolder($"https://account.blob.core.windows.net/c?sig={Hidden}", InputMode.EvalMount))
            .WithInput("b", $"$DefaultEndpointsProtocol=https;AccountKey={Hidden}")
            .WithOutput("c", Output.UriFolder($"https://account.blob.core.windows.net/../c?sig={Hidden}"))
            .WithCode($"https://me:{Hidden}@github.com/contoso/training.git")
            .WithEnvironment($"https://{Hidden}@example.com/image")
            .AddEnvironmentVariable("DB_PASSWORD", Hidden)
            .AddEnvironmentVariable("A=B", Hidden)
            .AddEnvironmentVariable("C", Secret.Of($"\0{Hidden}"))
            .AddService("shell", JobService.Ssh($"-----BEGIN PRIVATE KEY----- {Hidden}"));

        JobValidationResult result = job.Validate();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.All.Select(found => found.Id).Distinct(StringComparer.Ordinal), Is.EquivalentTo(["SC0003", "SC0204", "SC0208", "SC0212", "SC0306", "SC0406", "SC0421", "SC0431", "SC0434", "SC0706"]));
            Assert.That(result.ToString(), Does.Not.Contain(Hidden));
        }
    }
}
