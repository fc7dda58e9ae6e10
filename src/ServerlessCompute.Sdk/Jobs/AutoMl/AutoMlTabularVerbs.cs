namespace ServerlessCompute;

/// <summary>Verbs that AutoML jobs over tables have. Each gives a changed copy of the same kind.</summary>
public static class AutoMlTabularVerbs
{
    /// <summary>Replaces the limits.</summary>
    public static T WithLimits<T>(this T job, TabularLimitSettings? limits)
        where T : AutoMlTabularJob => job with { Limits = limits };

    /// <summary>Sets the limits; those that have no parameter here stay.</summary>
    /// <param name="job">The job.</param>
    /// <param name="maxTrials">The number of trials.</param>
    /// <param name="maxConcurrentTrials">The number of trials at once; null for one.</param>
    /// <param name="timeout">How long the job may run; null for six hours.</param>
    /// <param name="trialTimeout">How long each trial may run; null for thirty minutes.</param>
    public static T WithLimits<T>(this T job, int maxTrials, int? maxConcurrentTrials = null, TimeSpan? timeout = null, TimeSpan? trialTimeout = null)
        where T : AutoMlTabularJob => job with
        {
            Limits = (job.Limits ?? new()) with { MaxTrials = maxTrials, MaxConcurrentTrials = maxConcurrentTrials, Timeout = timeout, TrialTimeout = trialTimeout },
        };

    /// <summary>Chooses how features are made.</summary>
    public static T WithFeaturization<T>(this T job, TabularFeaturizationSettings? settings)
        where T : AutoMlTabularJob => job with { Featurization = settings };

    /// <summary>Scores trials on a share of the training data.</summary>
    public static T WithValidationDataSize<T>(this T job, double? share)
        where T : AutoMlTabularJob => job with { ValidationDataSize = share };

    /// <summary>Scores trials by cross-validation.</summary>
    /// <param name="job">The job.</param>
    /// <param name="folds">The number of folds, or <see cref="AutoOrNumber.Auto"/>.</param>
    public static T WithNCrossValidations<T>(this T job, AutoOrNumber? folds)
        where T : AutoMlTabularJob => job with { NCrossValidations = folds };

    /// <summary>Names the columns that say which fold a row belongs to.</summary>
    public static T WithCvSplitColumnNames<T>(this T job, ValueList<string> columns)
        where T : AutoMlTabularJob => job with { CvSplitColumnNames = columns };

    /// <summary>Names the column with the weights of the rows.</summary>
    public static T WithWeightColumnName<T>(this T job, string? column)
        where T : AutoMlTabularJob => job with { WeightColumnName = column };

    /// <summary>Names the data that the best model is tested on, made by <see cref="Input.MLTable"/>.</summary>
    public static T WithTestData<T>(this T job, DataInput? data)
        where T : AutoMlTabularJob => job with { TestData = data };

    /// <summary>Tests the best model on a share of the training data.</summary>
    public static T WithTestDataSize<T>(this T job, double? share)
        where T : AutoMlTabularJob => job with { TestDataSize = share };
}
