namespace ServerlessCompute;

/// <content>What can be wrong with a fine-tuning job.</content>
internal static partial class DiagnosticCases
{
    private static List<DiagnosticCase> FineTuningCases()
    {
        CustomModelFineTuningJob tuning = FineTuning.CustomModel("azureml://registries/azureml-meta/models/Meta-Llama-3-8B/versions/8", FineTuningTaskType.ChatCompletion, Input.UriFile("./train.jsonl")).RegisterModel("llama");
        AzureOpenAIFineTuningJob openAI = FineTuning.AzureOpenAI("azureml://registries/azure-openai/models/gpt-4o-mini/versions/1", FineTuningTaskType.ChatCompletion, Input.UriFile("./train.jsonl")).RegisterModel("mini");
        return
        [
            DiagnosticCase.Of("SC1701", "TaskType", tuning.WithTaskType("ChatCompletions")),
            DiagnosticCase.Of("SC1701", "TaskType", tuning.WithTaskType(default)),
            DiagnosticCase.Of("SC1702", "Model", tuning.WithModel(null)),
            DiagnosticCase.Of("SC1703", "Model.Type", tuning.WithModel(Input.UriFolder("./model"))),
            DiagnosticCase.Of("SC1704", "TrainingData", tuning.WithTrainingData(null)),
            DiagnosticCase.Of("SC1705", "Outputs", tuning.WithOutputs([])),
            DiagnosticCase.Of("SC1706", "HyperParameters.NEpochs", openAI.WithHyperParameters(new AzureOpenAIHyperParameters { NEpochs = 0 })),
            DiagnosticCase.Of("SC1706", "HyperParameters.BatchSize", openAI.WithHyperParameters(new AzureOpenAIHyperParameters { BatchSize = -1 })),
            DiagnosticCase.Of("SC1706", "HyperParameters.LearningRateMultiplier", openAI.WithHyperParameters(new AzureOpenAIHyperParameters { LearningRateMultiplier = double.NaN })),
            DiagnosticCase.Of("SC0001", "HyperParameters[\"lr\"]", tuning.AddHyperParameter("lr", null!)),
            DiagnosticCase.Of("SC0001", "Outputs", tuning.WithOutputs(null!)),
            DiagnosticCase.Of("SC0206", "ValidationData.Type", tuning.WithValidationData(new DataInput { Type = "jsonl", Path = "./validation.jsonl" })),
            DiagnosticCase.Of("SC0210", "TrainingData.Path", tuning.WithTrainingData(Input.UriFile("azureml:chats"))),
            DiagnosticCase.Of("SC0301", "Outputs[\"my model\"]", tuning.WithOutputs([new("my model", Output.MlflowModel())])),
            DiagnosticCase.Of("SC0309", "Outputs[\"registered_model\"].AssetName", tuning.RegisterModel("my model")),
            DiagnosticCase.Of("SC0503", "Resources.InstanceTypes[0]", tuning.WithResources("NC96ads_A100_v4")),
            DiagnosticCase.Of("SC0511", "QueueSettings.JobTier", tuning.WithQueueSettings((JobTier)"Sport")),
        ];
    }
}
