namespace ServerlessCompute;

/// <summary>Jobs whose bodies people have read: each shows one part of the contract; the last one shows them all.</summary>
internal static class GoldenJobs
{
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    public static IEnumerable<TestCaseData> All =>
    [
        Case("least", Least),
        Case("inputs", Inputs()),
        Case("outputs", Outputs()),
        Case("resources", Least.WithResources(new ResourceConfiguration
        {
            InstanceType = "Standard_E4s_v3",
            InstanceCount = 2,
            ShmSize = "4g",
            DockerArgsList = new[] { "--cpus=2", "--ulimit memlock=-1" },
            Properties = [new("AISuperComputer", RawJson.Parse("""{ "slaTier": "Premium" }"""))],
            AdditionalProperties = [new("locations", RawJson.Parse("""["eastus"]"""))],
        })),
        Case("queue-settings", Least.WithQueueSettings(new QueueSettings { JobTier = "spot", Priority = JobPriority.High })),
        Case("limits", Least.WithTimeout(TimeSpan.FromSeconds(3601))),
        Case("identity-user", Least.WithIdentity(new UserIdentityConfiguration())),
        Case("identity-token", Least.WithIdentity(new AmlTokenConfiguration())),
        Case("identity-managed", Least.WithIdentity(new ManagedIdentityConfiguration { ClientId = "00000000-0000-0000-0000-000000000001" })),
        Case("distribution-pytorch", Least.WithDistribution(new PyTorchDistribution { ProcessCountPerInstance = 4 })),
        Case("distribution-mpi", Least.WithDistribution(new MpiDistribution { ProcessCountPerInstance = 8 })),
        Case("distribution-tensorflow", Least.WithDistribution(new TensorFlowDistribution { WorkerCount = 2, ParameterServerCount = 1 })),
        Case("distribution-ray", Least.WithDistribution(new RayDistribution { Port = 6379, IncludeDashboard = true, DashboardPort = 8265, HeadNodeAdditionalArgs = "--num-cpus=1" })),
        Case("services", Services()),
        Case("notifications", Notifications()),
        Case("everyday", Everyday()),
        Case("spark", SparkOnServerless()),
        Case("spark-least", Spark.Run(new SparkClassEntry { ClassName = "lake.Main" }).WithCode($"{Workspace}/codes/3f6c0c9e-6d4c-4a7e-9a52-5c43b1b5b9a1/versions/1").WithCompute($"{Workspace}/computes/pool")),
        Case("fine-tuning-custom", CustomModel()),
        Case("fine-tuning-azure-openai", FineTuning
            .AzureOpenAI("azureml://registries/azure-openai/models/gpt-4o-mini/versions/1", FineTuningTaskType.ChatCompletion, Input.UriFile("azureml://datastores/workspaceblobstore/paths/chat.jsonl"))
            .WithHyperParameters(new AzureOpenAIHyperParameters { BatchSize = 2, LearningRateMultiplier = 0.5, NEpochs = 3 })
            .RegisterModel("lake-mini")),
        Case("unknown-job", new UnknownJob("Quantum") { DisplayName = "from the future", AdditionalProperties = [new("qubits", 12)] }),
        Case("every-field", EveryField()),
    ];

    public static CommandJob Least { get; } = Command.Run("echo 'hello' && true")
        .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest");

    /// <summary>A command job that says everything a command job can say.</summary>
    public static CommandJob EveryField()
    {
        Input<double> learningRate = 1e-5;
        DataInput data = Input.UriFolder("azureml://datastores/workspaceblobstore/paths/iris/", InputMode.ReadOnlyMount);
        Output model = Output.MlflowModel().RegisteredAs("iris", "3");
        return Least
            .WithCommand($"python train.py --lr {learningRate} --data {data} --out {model}")
            .WithCode($"{Workspace}/codes/3f6c0c9e-6d4c-4a7e-9a52-5c43b1b5b9a1/versions/1")
            .WithInput("epochs", 20)
            .WithOutput("scores", Output.UriFile("azureml://datastores/workspaceblobstore/paths/scores.csv", OutputMode.Upload))
            .WithDisplayName("iris").WithDescription("Everything at once.").WithExperimentName("flowers")
            .WithTags([new("team", "vision"), new("größe", "m")])
            .WithProperties([new("origin", "golden")])
            .AddEnvironmentVariable("OMP_NUM_THREADS", "4")
            .AddEnvironmentVariable("TOKEN", Secret.Of("hush"))
            .WithResources("Standard_E4s_v3", instanceCount: 2)
            .WithQueueSettings(JobTier.Spot)
            .WithDistribution(new PyTorchDistribution { ProcessCountPerInstance = 4 })
            .WithTimeout(TimeSpan.FromHours(25))
            .WithIdentity(new ManagedIdentityConfiguration { ResourceId = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/trainer" })
            .AddService("notebook", JobService.JupyterLab())
            .WithNotificationSettings(new NotificationSettings { Emails = new[] { "team@example.com" }, EmailOn = new[] { NotificationEvent.JobFailed } })
            .WithCompute($"{Workspace}/computes/cpu-cluster")
            with
        {
            ComponentId = $"{Workspace}/components/train/versions/1",
            IsArchived = true,
            AdditionalProperties = [new("parentJobName", "the-sweep")],
        };
    }

    private static SparkJob SparkOnServerless() => Spark.Run("clean.py", "--raw ${{inputs.raw}} --clean ${{outputs.clean}}")
        .WithCode($"{Workspace}/codes/3f6c0c9e-6d4c-4a7e-9a52-5c43b1b5b9a1/versions/1")
        .WithInput("raw", Input.UriFolder("azureml://datastores/lake/paths/raw/", InputMode.Direct))
        .WithOutput("clean", Output.UriFolder("azureml://datastores/lake/paths/clean/", OutputMode.Direct))
        .WithResources("standard_e4s_v3", "3.4")
        .WithDriver(1, "2g").WithExecutors(2, 2, "2g").AddConf("spark.sql.adaptive.enabled", true).AddConf("spark.memory.fraction", 0.6)
        .WithPyFiles(["utils.zip"]).WithJars(["lake.jar"]).WithFiles(["names.txt"]).WithArchives(["models.tar.gz"])
        .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")
        .AddEnvironmentVariable("LAKE", "constance")
        .WithQueueSettings(JobTier.Standard)
        .WithIdentity(new UserIdentityConfiguration());

    private static CustomModelFineTuningJob CustomModel() => FineTuning
        .CustomModel("azureml://registries/azureml-meta/models/Meta-Llama-3-8B/versions/8", FineTuningTaskType.TextCompletion, Input.UriFile("azureml://datastores/workspaceblobstore/paths/train.jsonl"))
        .WithValidationData(Input.UriFile("azureml://datastores/workspaceblobstore/paths/validation.jsonl"))
        .WithHyperParameters([new("learning_rate", "0.00002"), new("num_train_epochs", "1")])
        .WithResources("Standard_NC96ads_A100_v4", "Standard_E4s_v3")
        .WithQueueSettings(JobTier.Standard)
        .RegisterModel("lake-llama");

    private static CommandJob Everyday() => Least
        .WithCommand("python train.py --data ${{inputs.data}}")
        .WithInput("data", Input.UriFile("https://example.com/iris.csv"))
        .WithExperimentName("flowers")
        .WithResources("Standard_DS3_v2")
        .WithQueueSettings(JobTier.Standard)
        .WithIdentity(new UserIdentityConfiguration());

    private static CommandJob Inputs() => Least.WithInputs(
    [
        new("text", "it's \"quoted\""),
        new("number", 1e-5),
        new("whole", 3),
        new("flag", true),
        new("file", Input.UriFile("https://example.com/iris.csv", InputMode.Download)),
        new("folder", Input.UriFolder("azureml://datastores/workspaceblobstore/paths/iris/")),
        new("table", Input.MLTable($"{Workspace}/data/iris/versions/1", InputMode.EvalMount) with { Description = "the table" }),
        new("custom", Input.CustomModel("wasbs://models@account.blob.core.windows.net/m")),
        new("mlflow", Input.MlflowModel($"{Workspace}/models/iris/versions/2", InputMode.Direct)),
        new("triton", Input.TritonModel("abfss://fs@account.dfs.core.windows.net/m")),
        new("future", new DataInput { Type = "hologram", AdditionalProperties = [new("beams", RawJson.Parse("[1, 2.0, null]"))] }),
    ]);

    private static CommandJob Outputs() => Least.WithOutputs(
    [
        new("folder", Output.UriFolder()),
        new("file", Output.UriFile("azureml://datastores/workspaceblobstore/paths/out.csv", OutputMode.Upload)),
        new("table", Output.MLTable(mode: OutputMode.Direct) with { Description = "the table" }),
        new("custom", Output.CustomModel()),
        new("mlflow", Output.MlflowModel().RegisteredAs("iris", "3")),
        new("triton", Output.TritonModel(mode: OutputMode.ReadWriteMount).RegisteredAs("iris")),
    ]);

    private static CommandJob Services() => Least.WithServices(
    [
        new("notebook", JobService.JupyterLab()),
        new("editor", JobService.VSCode() with { OnEveryNode = true }),
        new("shell", JobService.Ssh("ssh-ed25519 AAAA user@host")),
        new("board", JobService.TensorBoard("outputs/tblogs")),
        new("own", JobService.Custom(8080)),
    ]);

    private static CommandJob Notifications() => Least.WithNotificationSettings(new NotificationSettings
    {
        Emails = new[] { "a@example.com", "b@example.com" },
        EmailOn = new[] { NotificationEvent.JobCompleted, NotificationEvent.JobCancelled },
        Webhooks = [new("board", new JobWebhook { EventType = "run.statechanged" })],
    });

    private static TestCaseData Case(string name, Job job) => new TestCaseData(name, job).SetArgDisplayNames(name);
}
