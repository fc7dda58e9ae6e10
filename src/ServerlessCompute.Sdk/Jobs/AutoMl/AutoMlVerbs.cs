namespace ServerlessCompute;

/// <summary>Verbs that every AutoML job has. Each gives a changed copy of the same kind.</summary>
public static class AutoMlVerbs
{
    /// <summary>Names the data to learn from, made by <see cref="Input.MLTable"/>.</summary>
    public static T WithTrainingData<T>(this T job, DataInput? data)
        where T : AutoMlJob => job with { TrainingData = data };

    /// <summary>Names the column that is predicted.</summary>
    public static T WithTargetColumnName<T>(this T job, string? column)
        where T : AutoMlJob => job with { TargetColumnName = column };

    /// <summary>Names the data that trials are scored on, made by <see cref="Input.MLTable"/>.</summary>
    public static T WithValidationData<T>(this T job, DataInput? data)
        where T : AutoMlJob => job with { ValidationData = data };

    /// <summary>Chooses how much the job logs.</summary>
    public static T WithLogVerbosity<T>(this T job, LogVerbosity verbosity)
        where T : AutoMlJob => job with { LogVerbosity = verbosity };

    /// <summary>Names the software that trials run in, instead of the service's own.</summary>
    public static T WithEnvironment<T>(this T job, JobEnvironment? environment)
        where T : AutoMlJob => job with { Environment = environment };

    /// <summary>Replaces the environment variables.</summary>
    public static T WithEnvironmentVariables<T>(this T job, ValueMap<EnvironmentValue> variables)
        where T : AutoMlJob => job with { EnvironmentVariables = variables };

    /// <summary>Adds or replaces one environment variable.</summary>
    public static T AddEnvironmentVariable<T>(this T job, string name, EnvironmentValue value)
        where T : AutoMlJob => job with { EnvironmentVariables = job.EnvironmentVariables.With(name, value) };

    /// <summary>Replaces the outputs.</summary>
    public static T WithOutputs<T>(this T job, ValueMap<Output> outputs)
        where T : AutoMlJob => job with { Outputs = outputs };

    /// <summary>Adds or replaces one output; the best model is called <c>best_model</c>.</summary>
    public static T WithOutput<T>(this T job, string name, Output output)
        where T : AutoMlJob => job with { Outputs = job.Outputs.With(name, output) };

    /// <summary>Replaces the machines asked for.</summary>
    public static T WithResources<T>(this T job, ResourceConfiguration? resources)
        where T : AutoMlJob => job with { Resources = resources };

    /// <summary>Asks for nodes of one VM size; other settings of the resources stay.</summary>
    public static T WithResources<T>(this T job, string instanceType, int instanceCount = 1)
        where T : AutoMlJob => job with { Resources = (job.Resources ?? new()) with { InstanceType = instanceType, InstanceCount = instanceCount } };

    /// <summary>Replaces the queue settings.</summary>
    public static T WithQueueSettings<T>(this T job, QueueSettings? settings)
        where T : AutoMlJob => job with { QueueSettings = settings };

    /// <summary>Chooses the tier; the priority stays.</summary>
    public static T WithQueueSettings<T>(this T job, JobTier tier)
        where T : AutoMlJob => job with { QueueSettings = (job.QueueSettings ?? new()) with { JobTier = tier } };
}
