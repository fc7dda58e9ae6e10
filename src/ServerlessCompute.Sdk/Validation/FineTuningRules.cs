using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>A fine-tuning job: what learns from what, and where it is kept.</summary>
internal static class FineTuningRules
{
    public static void Check(FineTuningJob job, JobReport report)
    {
        CheckTask(job.TaskType, report);
        CheckModel(job.Model, report);
        if (job.TrainingData is null)
        {
            report.Add(FineTuningDataMissing, nameof(FineTuningJob.TrainingData), "The job has no examples to learn from.", "Name them: .WithTrainingData(Input.UriFile(\"./train.jsonl\")).");
        }

        CheckData(job.TrainingData, nameof(FineTuningJob.TrainingData), report);
        CheckData(job.ValidationData, nameof(FineTuningJob.ValidationData), report);
        CheckOutputs(job.Outputs, report);
        if (job.Resources is { } resources)
        {
            ResourceRules.CheckSizes(resources.InstanceTypes, $"{nameof(FineTuningJob.Resources)}.{nameof(FineTuningResources.InstanceTypes)}", report);
        }

        QueueRules.Check(new CommandView(new CommandJob { QueueSettings = job.QueueSettings, Compute = job.Compute }), report);
        CheckParameters(job, report);
        AdditionalPropertyRules.Check(job.Resources, nameof(FineTuningJob.Resources), report);
        AdditionalPropertyRules.Check(job.QueueSettings, nameof(FineTuningJob.QueueSettings), report);
    }

    private static void CheckTask(FineTuningTaskType task, JobReport report)
    {
        if (!task.IsKnown)
        {
            report.Add(
                FineTuningTaskUnknown,
                nameof(FineTuningJob.TaskType),
                task.Value is { } word ? $"The task {Shown.Value(word)} is not known.{report.DidYouMean(word, OpenEnum.Known<FineTuningTaskType>())}" : "The job does not say what the model learns.",
                "Say it, for example .WithTaskType(FineTuningTaskType.ChatCompletion).");
        }
    }

    private static void CheckModel(DataInput? model, JobReport report)
    {
        const string Place = nameof(FineTuningJob.Model);
        if (model is null)
        {
            report.Add(FineTuningModelMissing, Place, "The job has no model that learns.", "Name one: .WithModel(Input.MlflowModel(\"azureml://registries/azureml-meta/models/…/versions/…\")).");
        }
        else if (model.Type != InputType.MlflowModel && model.Type != InputType.CustomModel)
        {
            report.Add(FineTuningModelUnfit, $"{Place}.{nameof(DataInput.Type)}", $"The model is a {Shown.Text(model.Type.ToString())}, and the service fine-tunes models in MLflow's format.", "Write Input.MlflowModel(path).");
        }
        else
        {
            CheckData(model, Place, report);
        }
    }

    private static void CheckData(DataInput? data, string place, JobReport report)
    {
        if (data is not null)
        {
            InputRules.CheckData(data, place, report);
            AdditionalPropertyRules.Check(data, place, report);
        }
    }

    private static void CheckOutputs(ValueMap<Output>? outputs, JobReport report)
    {
        const string Place = nameof(FineTuningJob.Outputs);
        foreach ((string name, Output output) in report.Entries(outputs, Place))
        {
            string path = Shown.At(Place, name);
            OutputRules.CheckOutput(output, path, report);
            AdditionalPropertyRules.Check(output, path, report);
        }

        FlowNames.Check(outputs?.Keys.Where(name => !string.IsNullOrWhiteSpace(name)) ?? [], Place, OutputNameForm, OutputNamesCollide, report);
        if (outputs is { Count: 0 })
        {
            report.Add(FineTuningOutputMissing, Place, "The job has no output, so that the model that learned is kept nowhere.", "Give the model a name: .RegisterModel(\"my-model\").");
        }
    }

    private static void CheckParameters(FineTuningJob job, JobReport report)
    {
        const string Place = nameof(AzureOpenAIFineTuningJob.HyperParameters);
        if (job is CustomModelFineTuningJob custom)
        {
            _ = report.Entries(custom.HyperParameters, Place).Count();
        }
        else if (job is AzureOpenAIFineTuningJob { HyperParameters: { } parameters })
        {
            CheckPositive(parameters.BatchSize, nameof(AzureOpenAIHyperParameters.BatchSize), report);
            CheckPositive(parameters.LearningRateMultiplier, nameof(AzureOpenAIHyperParameters.LearningRateMultiplier), report);
            CheckPositive(parameters.NEpochs, nameof(AzureOpenAIHyperParameters.NEpochs), report);
            AdditionalPropertyRules.Check(parameters, Place, report);
        }
    }

    private static void CheckPositive(double? number, string name, JobReport report)
    {
        if (number is { } given && !(given > 0))
        {
            report.Add(FineTuningParameterRange, $"{nameof(AzureOpenAIFineTuningJob.HyperParameters)}.{name}", $"{name} is {LiteralFormat.Format(given)}.", "Give a number above 0, or null: the service then chooses.");
        }
    }
}
