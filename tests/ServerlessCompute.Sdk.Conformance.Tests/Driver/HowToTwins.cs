namespace ServerlessCompute;

/// <summary>What the how-to page on serverless training writes in YAML, as somebody writes it in C#; by the name of the snippet's file.</summary>
internal static class HowToTwins
{
    private const string Curated = "azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest";

    private static readonly CommandJob _hello = Command.Run("echo \"hello world\"").WithEnvironment(Curated);

    public static IReadOnlyDictionary<string, JobPart> All { get; } = new Dictionary<string, JobPart>(StringComparer.Ordinal)
    {
        ["hello.yml"] = _hello.WithImage("library/python:latest"),
        ["hello-curated.yml"] = _hello,
        ["spot.yml"] = _hello.WithQueueSettings(JobTier.Spot),
        ["size-and-count.yml"] = _hello.WithImage("library/python:latest").WithResources("Standard_NC24", instanceCount: 4),

        // The page writes a curated environment as an image; it means the environment.
        ["user-identity.yml"] = _hello.WithIdentity(new UserIdentityConfiguration()),
        ["managed-identity.yml"] = _hello.WithIdentity(new ManagedIdentityConfiguration()),
        ["every-field.yml"] = _hello
            .WithQueueSettings(JobTier.Standard)
            .WithIdentity(new UserIdentityConfiguration())
            .WithResources("Standard_E4s_v3", instanceCount: 1),

        // The page makes a command of a component in a file: the job runs what the component runs.
        ["component-and-tier.yml"] = _hello.WithQueueSettings(JobTier.Standard),
        ["train.yml"] = new CommandComponent { Name = "train", Version = "1", Command = "echo \"hello world\"", Environment = Curated }
            with
        { AdditionalProperties = [new("$schema", "https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json")] },
        ["distributed-serverless.yml"] = Command.Run("python train.py")
            .WithEnvironment(Curated)
            .WithDistribution(new PyTorchDistribution { ProcessCountPerInstance = 4 })
            .WithResources(new ResourceConfiguration { InstanceType = "Standard_NC24ads_A100_v4", InstanceCount = 2, ShmSize = "8g" })
            .AddService("my_jupyter", JobService.JupyterLab())
            .WithTimeout(TimeSpan.FromHours(1)),
        ["sweep-serverless.yml"] = Sweep(),
        ["automl-serverless.yml"] = AutoMl.Classification(Input.MLTable("azureml:bank:1"), "y")
            .WithPrimaryMetric(ClassificationPrimaryMetric.Accuracy)
            .WithLimits(new TabularLimitSettings { Timeout = TimeSpan.FromHours(3), MaxTrials = 40, MaxConcurrentTrials = 5, EnableEarlyTermination = true })
            .WithFeaturization(new TabularFeaturizationSettings { Mode = FeaturizationMode.Auto })
            .WithResources("Standard_E4s_v3", instanceCount: 5),
        ["pipeline-serverless.yml"] = PrepareAndTrain(),
        ["finetune-registry-pipeline.yml"] = FineTune(),
    };

    private static SweepJob Sweep()
    {
        var lr = Search.LogUniform(-6, -1);
        return ServerlessCompute.Sweep.Over(Command.Run($"python train.py --lr {lr}").WithEnvironment(Curated))
            .WithSampling(Sampling.Bayesian)
            .Maximize("accuracy")
            .WithLimits(maxTotalTrials: 20, maxConcurrentTrials: 4, timeout: TimeSpan.FromHours(2))
            .WithResources(new ResourceConfiguration { InstanceType = "Standard_E4s_v3" })
            .WithQueueSettings(JobTier.Spot);
    }

    private static PipelineJob PrepareAndTrain() => Pipeline.Define("serverless_pipeline", pipeline =>
    {
        pipeline.Configure(settings => settings with { DefaultCompute = "azureml:serverless", ContinueOnStepFailure = false });
        Port rate = pipeline.Input("rate", 0.1);
        StepHandle prep = pipeline.Add("prep", Command.Run("echo \"prepared\" > ${{outputs.clean}}/data.txt").WithEnvironment(Curated).WithOutput("clean", Output.UriFolder()));
        pipeline.Add("train", Command.Run("cat ${{inputs.data}}/data.txt && echo ${{inputs.rate}}")
            .WithEnvironment(Curated)
            .WithInput("data", prep["clean"])
            .WithInput("rate", rate)
            .WithResources(new ResourceConfiguration { InstanceType = "Standard_E4s_v3" })
            .WithQueueSettings(JobTier.Spot));
    });

    private static PipelineJob FineTune() => Pipeline.Define("finetune", pipeline =>
    {
        pipeline.Configure(settings => settings with { DefaultCompute = "azureml:serverless" });
        Port nodes = pipeline.Input("num_nodes_finetune", 2);
        Port rate = pipeline.Input("learning_rate", 0.00002);
        pipeline.Add("finetune", new SubPipelineStep { Component = "azureml://registries/azureml/components/text_classification_pipeline/labels/latest" }
            .WithInput("mlflow_model_path", Input.MlflowModel("azureml://registries/azureml-meta/models/Llama-2-7b/versions/9"))
            .WithInput("train_file_path", Input.UriFile("azureml://datastores/workspaceblobstore/paths/emotion/train.jsonl"))
            .WithInput("instance_type_finetune", "Standard_ND40rs_v2")
            .WithInput("num_nodes_finetune", nodes)
            .WithInput("learning_rate", rate)
            .WithInput("apply_lora", "true"));
    }) with
    { DisplayName = null, ExperimentName = "llama2-finetune" };
}
