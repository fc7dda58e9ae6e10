using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>Verbs of fine-tuning jobs (preview). Each gives a changed copy of the same kind.</summary>
[Experimental("SCEXP001")]
public static class FineTuningVerbs
{
    /// <summary>The name of the output that the service keeps the model in.</summary>
    private const string ModelOutput = "registered_model";

    /// <summary>Says what the model learns.</summary>
    public static T WithTaskType<T>(this T job, FineTuningTaskType task)
        where T : FineTuningJob => job with { TaskType = task };

    /// <summary>Replaces the model that learns.</summary>
    public static T WithModel<T>(this T job, DataInput? model)
        where T : FineTuningJob => job with { Model = model };

    /// <summary>Replaces the examples to learn from.</summary>
    public static T WithTrainingData<T>(this T job, DataInput? data)
        where T : FineTuningJob => job with { TrainingData = data };

    /// <summary>Replaces the examples that the model is tried on.</summary>
    public static T WithValidationData<T>(this T job, DataInput? data)
        where T : FineTuningJob => job with { ValidationData = data };

    /// <summary>Replaces what the job leaves behind.</summary>
    public static T WithOutputs<T>(this T job, ValueMap<Output> outputs)
        where T : FineTuningJob => job with { Outputs = outputs };

    /// <summary>Registers the model that learned under a name, when the job completes.</summary>
    public static T RegisterModel<T>(this T job, string name)
        where T : FineTuningJob => job with { Outputs = job.Outputs.With(ModelOutput, Output.MlflowModel().RegisteredAs(name)) };

    /// <summary>Replaces the machines that the job may have.</summary>
    public static T WithResources<T>(this T job, FineTuningResources? resources)
        where T : FineTuningJob => job with { Resources = resources };

    /// <summary>Lets the job choose from these VM sizes.</summary>
    public static T WithResources<T>(this T job, params ReadOnlySpan<string> instanceTypes)
        where T : FineTuningJob => job with { Resources = (job.Resources ?? new()) with { InstanceTypes = instanceTypes.ToArray() } };

    /// <summary>Replaces the queue settings.</summary>
    public static T WithQueueSettings<T>(this T job, QueueSettings? settings)
        where T : FineTuningJob => job with { QueueSettings = settings };

    /// <summary>Chooses the tier; the priority stays.</summary>
    public static T WithQueueSettings<T>(this T job, JobTier tier)
        where T : FineTuningJob => job with { QueueSettings = (job.QueueSettings ?? new()) with { JobTier = tier } };
}
