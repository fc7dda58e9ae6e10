namespace ServerlessCompute;

/// <summary>Automated machine learning over a table. Immutable.</summary>
public abstract record AutoMlTabularJob : AutoMlJob
{
    private protected AutoMlTabularJob()
    {
    }

    /// <summary>How much is tried.</summary>
    /// <value>Null: what the service takes.</value>
    public TabularLimitSettings? Limits { get; init; }

    /// <summary>How features are made.</summary>
    /// <value>Null: as the service decides.</value>
    public TabularFeaturizationSettings? Featurization { get; init; }

    /// <summary>The share of the training data that trials are scored on, where there is no <see cref="AutoMlJob.ValidationData"/>.</summary>
    public double? ValidationDataSize { get; init; }

    /// <summary>The number of folds of cross-validation, where there is no <see cref="AutoMlJob.ValidationData"/>; 2 at least.</summary>
    public AutoOrNumber? NCrossValidations { get; init; }

    /// <summary>The columns that say which fold a row belongs to.</summary>
    public ValueList<string> CvSplitColumnNames { get; init; } = ValueList<string>.Empty;

    /// <summary>The column with the weights of the rows.</summary>
    public string? WeightColumnName { get; init; }

    /// <summary>The data that the best model is tested on.</summary>
    public DataInput? TestData { get; init; }

    /// <summary>The share of the training data that the best model is tested on, where there is no <see cref="TestData"/>.</summary>
    public double? TestDataSize { get; init; }

    /// <summary>How models are trained, whatever the task.</summary>
    internal abstract TabularTrainingSettings? AnyTraining { get; }

    internal override Job VisitParts(JobVisitor visitor) => (AutoMlTabularJob)base.VisitParts(visitor) with
    {
        TestData = Visit(visitor, "taskDetails.testData", TestData),
    };
}
