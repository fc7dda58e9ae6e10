using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>Starts fine-tuning jobs (preview).</summary>
[Experimental("SCEXP001")]
public static class FineTuning
{
    /// <summary>Fine-tuning of a model of a catalogue or of your own, on machines of the workspace.</summary>
    /// <param name="model">The model, for example <c>azureml://registries/azureml-meta/models/Meta-Llama-3-8B/versions/8</c>.</param>
    /// <param name="task">What the model learns.</param>
    /// <param name="trainingData">The examples to learn from.</param>
    /// <example>
    /// <code>
    /// CustomModelFineTuningJob job = FineTuning.CustomModel(
    ///         "azureml://registries/azureml-meta/models/Meta-Llama-3-8B/versions/8", FineTuningTaskType.ChatCompletion, Input.UriFile("./train.jsonl"))
    ///     .AddHyperParameter("num_train_epochs", "1")
    ///     .WithResources("Standard_NC96ads_A100_v4")
    ///     .RegisterModel("llama-of-lakes");
    /// </code>
    /// </example>
    public static CustomModelFineTuningJob CustomModel(AssetPath model, FineTuningTaskType task, DataInput trainingData)
    {
        ArgumentNullException.ThrowIfNull(trainingData);
        return new CustomModelFineTuningJob { Model = Input.MlflowModel(model), TaskType = task, TrainingData = trainingData };
    }

    /// <summary>Fine-tuning of a model of Azure OpenAI, on machines of its own.</summary>
    /// <param name="model">The model, for example <c>azureml://registries/azure-openai/models/gpt-4o-mini/versions/1</c>.</param>
    /// <param name="task">What the model learns.</param>
    /// <param name="trainingData">The examples to learn from.</param>
    public static AzureOpenAIFineTuningJob AzureOpenAI(AssetPath model, FineTuningTaskType task, DataInput trainingData)
    {
        ArgumentNullException.ThrowIfNull(trainingData);
        return new AzureOpenAIFineTuningJob { Model = Input.MlflowModel(model), TaskType = task, TrainingData = trainingData };
    }
}
