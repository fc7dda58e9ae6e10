namespace ServerlessCompute;

/// <summary>Verbs that AutoML jobs over texts have. Each gives a changed copy of the same kind.</summary>
public static class AutoMlTextVerbs
{
    /// <summary>Replaces the limits.</summary>
    public static T WithLimits<T>(this T job, NlpLimitSettings? limits)
        where T : AutoMlTextJob => job with { Limits = limits };

    /// <summary>Sets the limits; those that have no parameter here stay.</summary>
    /// <param name="job">The job.</param>
    /// <param name="maxTrials">The number of trials.</param>
    /// <param name="maxConcurrentTrials">The number of trials at once; null for one.</param>
    /// <param name="timeout">How long the job may run; null for seven days.</param>
    public static T WithLimits<T>(this T job, int maxTrials, int? maxConcurrentTrials = null, TimeSpan? timeout = null)
        where T : AutoMlTextJob => job with
        {
            Limits = (job.Limits ?? new()) with { MaxTrials = maxTrials, MaxConcurrentTrials = maxConcurrentTrials, Timeout = timeout },
        };

    /// <summary>Chooses how features are made.</summary>
    public static T WithFeaturization<T>(this T job, NlpFeaturizationSettings? settings)
        where T : AutoMlTextJob => job with { Featurization = settings };

    /// <summary>Chooses settings that all trials share.</summary>
    public static T WithTrainingParameters<T>(this T job, NlpFixedParameters? parameters)
        where T : AutoMlTextJob => job with { TrainingParameters = parameters };

    /// <summary>Chooses how the search space is gone through.</summary>
    public static T WithSweepSettings<T>(this T job, AutoMlSweepSettings? settings)
        where T : AutoMlTextJob => job with { SweepSettings = settings };

    /// <summary>Chooses how the search space is gone through.</summary>
    /// <param name="job">The job.</param>
    /// <param name="sampling">How values are drawn.</param>
    /// <param name="earlyTermination">When trials are stopped early; null lets every trial run to its end.</param>
    public static T WithSweepSettings<T>(this T job, SamplingAlgorithmType sampling, EarlyTerminationPolicy? earlyTermination = null)
        where T : AutoMlTextJob => job with { SweepSettings = new AutoMlSweepSettings { SamplingAlgorithm = sampling, EarlyTermination = earlyTermination } };

    /// <summary>Replaces the models that are tried.</summary>
    public static T WithSearchSpace<T>(this T job, ValueList<NlpSearchSpace> spaces)
        where T : AutoMlTextJob => job with { SearchSpace = spaces };

    /// <summary>Adds a model, or models, that are tried.</summary>
    public static T AddSearchSpace<T>(this T job, NlpSearchSpace space)
        where T : AutoMlTextJob => job with { SearchSpace = job.SearchSpace.With(space) };
}
