namespace ServerlessCompute;

/// <summary>Spark and fine-tuning jobs of the small corpus as somebody writes them in C#.</summary>
internal static class SparkTwins
{
    public static SparkJob Standalone { get; } = Spark.Run("clean.py", "--raw ${{inputs.raw}} --clean ${{outputs.clean}}")
        .WithCode("../files/src")
        .WithDriver(1, "2g").WithExecutors(2, "2g").WithDynamicAllocation(1, 4)
        .WithEnvironment("azureml:trees:12")
        .WithResources("standard_e8s_v3", "3.4")
        .WithIdentity(new ManagedIdentityConfiguration())
        .WithInput("raw", Input.UriFolder("azureml://datastores/lake/paths/raw/", InputMode.Direct))
        .WithOutput("clean", Output.UriFolder("azureml://datastores/lake/paths/clean/", OutputMode.Direct));

    public static CustomModelFineTuningJob FineTuned { get; } = FineTuning
        .CustomModel("azureml://registries/azureml-meta/models/Meta-Llama-3-8B-Instruct/versions/8", FineTuningTaskType.ChatCompletion, Input.UriFile("../files/chat.jsonl"))
        .WithName("chat-of-lakes")
        .WithValidationData(Input.UriFile("../files/chat.jsonl"))
        .WithHyperParameters([new("num_train_epochs", "1"), new("learning_rate", "0.00002")])
        .WithResources("Standard_NC96ads_A100_v4", "Standard_ND96amsr_A100_v4")
        .WithQueueSettings(JobTier.Standard)
        .RegisterModel("lake-chat");
}
