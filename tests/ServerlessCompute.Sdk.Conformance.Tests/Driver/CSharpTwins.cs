namespace ServerlessCompute;

/// <summary>Files of the small corpus as somebody writes them in C#.</summary>
internal sealed class CSharpTwins : IYamlDoor
{
    private const string Sklearn = "azureml://registries/azureml/environments/sklearn-1.5/labels/latest";

    public static IReadOnlyDictionary<string, Job> Jobs { get; } = new Dictionary<string, Job>(StringComparer.Ordinal)
    {
        ["command/hello.yml"] = Command.Run("echo hello").WithEnvironment(JobEnvironment.FromImage("docker.io/library/python:3.12-slim")),
        ["command/every-key.yml"] = EveryKey(),
        ["command/inputs.yml"] = Inputs(),
        ["command/local-data.yml"] = Command.Run("ls ${{inputs.lake}} ${{inputs.water}} ${{inputs.table}}")
            .WithInput("lake", Input.UriFolder("../files/lake"))
            .WithInput("water", Input.UriFile("../files/lake/water.csv"))
            .WithInput("table", Input.MLTable("../files/table"))
            .WithEnvironment("azureml:trees:12"),
        ["command/outputs.yml"] = Command.Run("echo > ${{outputs.named}}/x; echo > ${{outputs.placed}}; echo > ${{outputs.uploaded}}")
            .WithOutput("named", Output.UriFolder().RegisteredAs("lake-curves", "5"))
            .WithOutput("placed", Output.UriFile("azureml://datastores/workspaceblobstore/paths/curves/today.csv", OutputMode.Upload))
            .WithOutput("uploaded", Output.MLTable(mode: OutputMode.ReadWriteMount))
            .WithOutput("bare", Output.UriFolder())
            .WithEnvironment(Sklearn),
        ["command/conda.yml"] = Command.Run("python -c \"import sklearn\"")
            .WithEnvironment(JobEnvironment.FromConda("mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04", "../files/conda.yml")),
        ["command/build.yml"] = Command.Run("nvidia-smi").WithEnvironment(JobEnvironment.FromBuild("../files/image", "gpu.Dockerfile")),
        ["command/single-file-code.yml"] = Command.Run("python train.py").WithCode("../files/src/train.py").WithEnvironment("azureml:trees:12"),
        ["command/pytorch.yml"] = Trained("torchrun train.py", new PyTorchDistribution { ProcessCountPerInstance = 4 })
            .WithEnvironment("azureml://registries/azureml/environments/acpt-pytorch-2.2-cuda12.1/versions/25")
            .WithResources(new ResourceConfiguration { InstanceCount = 3, InstanceType = "Standard_NC24ads_A100_v4" }),
        ["command/mpi.yml"] = Trained("python train.py", new MpiDistribution { ProcessCountPerInstance = 2 }).WithResources(new ResourceConfiguration { InstanceCount = 2 }),
        ["command/tensorflow.yml"] = Trained("python train.py", new TensorFlowDistribution { WorkerCount = 3, ParameterServerCount = 1 }),
        ["command/ray.yml"] = Trained("python train.py", new RayDistribution { Port = 6380, IncludeDashboard = true, DashboardPort = 8266, HeadNodeAdditionalArgs = "--num-cpus=2" })
            .WithResources(new ResourceConfiguration { InstanceCount = 2 }),
        ["command/spot-as-user.yml"] = Command.Run("echo cheap")
            .WithEnvironment("azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest")
            .WithQueueSettings(new QueueSettings { JobTier = JobTier.Spot, Priority = JobPriority.High })
            .WithIdentity(new UserIdentityConfiguration())
            .WithResources(new ResourceConfiguration { InstanceType = "Standard_E4s_v3" }),
        ["command/managed-identity.yml"] = Command.Run("echo ours").WithEnvironment("azureml:trees:12")
            .WithIdentity(new ManagedIdentityConfiguration { ClientId = "6f9619ff-8b86-d011-b42d-00c04fc964ff" }),
        ["command/docker-list.yml"] = Command.Run("echo list").WithEnvironment("azureml:trees:12")
            .WithResources(new ResourceConfiguration { InstanceType = "Standard_D4s_v5", DockerArgsList = new[] { "--ipc=host", "--cap-add", "SYS_PTRACE" } }),
        ["sweep/random.yml"] = SweepTwins.Random,
        ["sweep/sobol.yml"] = SweepTwins.Sobol,
        ["sweep/grid.yml"] = SweepTwins.Grid,
        ["sweep/bayesian.yml"] = SweepTwins.Bayesian,
        ["sweep/median.yml"] = SweepTwins.Median,
        ["sweep/truncation.yml"] = SweepTwins.Truncation,
        ["automl/classification.yml"] = AutoMlTwins.Classification,
        ["automl/regression.yml"] = AutoMlTwins.Regression,
        ["automl/forecasting.yml"] = AutoMlTwins.Forecasting,
        ["automl/image-classification.yml"] = AutoMlTwins.ImageClassification,
        ["automl/image-multilabel.yml"] = AutoMlTwins.ImageMultilabel,
        ["automl/object-detection.yml"] = AutoMlTwins.ObjectDetection,
        ["automl/segmentation.yml"] = AutoMlTwins.Segmentation,
        ["automl/text-classification.yml"] = AutoMlTwins.TextClassification,
        ["automl/text-multilabel.yml"] = AutoMlTwins.TextMultilabel,
        ["automl/text-ner.yml"] = AutoMlTwins.TextNer,
        ["spark/standalone.yml"] = SparkTwins.Standalone,
        ["finetuning/custom.yml"] = SparkTwins.FineTuned,
        ["bad/missing-code.yml"] = Command.Run("echo").WithCode("../files/not-there").WithEnvironment("azureml:trees:12"),
        ["bad/unknown-input.yml"] = Command.Run("echo ${{inputs.nobody}}").WithEnvironment("azureml:trees:12"),
    };

    public object Load(CorpusFile file) => (Jobs[file.Name], new SubmitOptions { BaseFolder = Path.GetDirectoryName(file.Path) });

    public Task SubmitAsync(ServerlessComputeClient client, object loaded, CancellationToken cancellationToken)
    {
        (Job job, SubmitOptions options) = ((Job, SubmitOptions))loaded;
        return client.SubmitAsync(job, options, cancellationToken);
    }

    public bool IsRefusal(Exception exception) => exception is JobValidationException or JobAssetException;

    private static CommandJob Trained(string command, Distribution distribution) =>
        Command.Run(command).WithCode("../files/src").WithEnvironment("azureml:trees:12").WithDistribution(distribution);

    private static CommandJob EveryKey()
    {
        Input<double> rate = 0.05;
        Input<bool> fast = true;
        DataInput levels = Input.UriFile("azureml://datastores/workspaceblobstore/paths/lake/water.csv", InputMode.ReadOnlyMount);
        Output model = Output.MlflowModel().RegisteredAs("lake-model");
        return Command.Run($"python train.py --levels {levels} --rate {rate} --fast {fast} --out {model}")
            .WithName("lake-levels-7")
            .WithDisplayName("Lake levels")
            .WithDescription("Fits a curve to the levels of a lake.\nTwice, if need be.\n")
            .WithExperimentName("lakes")
            .AddTag("lake", "constance").AddTag("season", "2026")
            .AddProperty("origin", "notebook")
            .WithCode("../files/src")
            .WithEnvironment("azureml:trees:12")
            .WithCompute($"{StandInService.Workspace}/computes/cpu-cluster")
            .WithEnvironmentVariables([new("OMP_NUM_THREADS", "4"), new("LANG", "C.UTF-8")])
            .WithResources(new ResourceConfiguration
            {
                InstanceCount = 2,
                InstanceType = "Standard_D4s_v5",
                ShmSize = "4g",
                DockerArgs = "--cap-add SYS_PTRACE",
                Properties = [new("color", "blue")],
            })
            .WithTimeout(TimeSpan.FromMinutes(90))
            .WithQueueSettings(JobTier.Standard)
            .WithIdentity(new AmlTokenConfiguration())
            .AddService("board", JobService.TensorBoard("outputs/logs"))
            .AddService("shell", JobService.Ssh("ssh-rsa AAAAB3 someone@example.com") with { OnEveryNode = true });
    }

    private static CommandJob Inputs() =>
        Command.Run("python train.py ${{inputs.folder}} ${{inputs.file}} ${{inputs.table}} ${{inputs.model}} ${{inputs.plain}} ${{inputs.web}}")
            .WithCode("../files/src")
            .WithEnvironment("azureml:trees@latest")
            .WithInput("folder", Input.UriFolder("azureml:lakes:3", InputMode.Download))
            .WithInput("file", Input.UriFile("azureml:level-of-today@latest", InputMode.Direct))
            .WithInput("table", Input.MLTable("azureml:prices:1", InputMode.EvalMount))
            .WithInput("model", Input.MlflowModel("azureml:lake-model:4"))
            .WithInput("plain", Input.UriFolder("azureml://datastores/lake/paths/raw/"))
            .WithInput("web", Input.UriFile("https://example.com/data/levels.csv"))
            .WithInput("custom", Input.CustomModel("azureml://registries/models-of-ours/models/base/versions/2"));
}
