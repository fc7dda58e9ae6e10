namespace ServerlessCompute;

/// <summary>Verbs that AutoML jobs over images have. Each gives a changed copy of the same kind.</summary>
public static class AutoMlImageVerbs
{
    /// <summary>Replaces the limits.</summary>
    public static T WithLimits<T>(this T job, ImageLimitSettings? limits)
        where T : AutoMlImageJob => job with { Limits = limits };

    /// <summary>Sets the limits.</summary>
    /// <param name="job">The job.</param>
    /// <param name="maxTrials">The number of trials.</param>
    /// <param name="maxConcurrentTrials">The number of trials at once; null for one.</param>
    /// <param name="timeout">How long the job may run; null for seven days.</param>
    public static T WithLimits<T>(this T job, int maxTrials, int? maxConcurrentTrials = null, TimeSpan? timeout = null)
        where T : AutoMlImageJob => job with
        {
            Limits = (job.Limits ?? new()) with { MaxTrials = maxTrials, MaxConcurrentTrials = maxConcurrentTrials, Timeout = timeout },
        };

    /// <summary>Scores trials on a share of the training data.</summary>
    public static T WithValidationDataSize<T>(this T job, double? share)
        where T : AutoMlImageJob => job with { ValidationDataSize = share };

    /// <summary>Chooses how the search space is gone through.</summary>
    public static T WithSweepSettings<T>(this T job, AutoMlSweepSettings? settings)
        where T : AutoMlImageJob => job with { SweepSettings = settings };

    /// <summary>Chooses how the search space is gone through.</summary>
    /// <param name="job">The job.</param>
    /// <param name="sampling">How values are drawn.</param>
    /// <param name="earlyTermination">When trials are stopped early; null lets every trial run to its end.</param>
    public static T WithSweepSettings<T>(this T job, SamplingAlgorithmType sampling, EarlyTerminationPolicy? earlyTermination = null)
        where T : AutoMlImageJob => job with { SweepSettings = new AutoMlSweepSettings { SamplingAlgorithm = sampling, EarlyTermination = earlyTermination } };

    /// <summary>Chooses settings that all trials share.</summary>
    public static T WithTrainingParameters<T>(this T job, ImageModelSettingsClassification? parameters)
        where T : AutoMlImageClassifierJob => job with { TrainingParameters = parameters };

    /// <summary>Chooses settings that all trials share.</summary>
    public static T WithTrainingParameters<T>(this T job, ImageModelSettingsObjectDetection? parameters)
        where T : AutoMlImageDetectorJob => job with { TrainingParameters = parameters };

    /// <summary>Replaces the models that are tried.</summary>
    public static T WithSearchSpace<T>(this T job, ValueList<ImageClassificationSearchSpace> spaces)
        where T : AutoMlImageClassifierJob => job with { SearchSpace = spaces };

    /// <summary>Replaces the models that are tried.</summary>
    public static T WithSearchSpace<T>(this T job, ValueList<ImageObjectDetectionSearchSpace> spaces)
        where T : AutoMlImageDetectorJob => job with { SearchSpace = spaces };

    /// <summary>Adds a model, or models, that are tried.</summary>
    public static T AddSearchSpace<T>(this T job, ImageClassificationSearchSpace space)
        where T : AutoMlImageClassifierJob => job with { SearchSpace = job.SearchSpace.With(space) };

    /// <summary>Adds a model, or models, that are tried.</summary>
    public static T AddSearchSpace<T>(this T job, ImageObjectDetectionSearchSpace space)
        where T : AutoMlImageDetectorJob => job with { SearchSpace = job.SearchSpace.With(space) };
}
