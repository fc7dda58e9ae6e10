namespace ServerlessCompute;

/// <summary>The members of AutoML jobs, in REST those of the job and those of its <c>taskDetails</c>.</summary>
internal static class AutoMlMembers
{
    private static readonly TableDataForm _data = new(InputType.MLTable);

    private static readonly ValueForm<AutoMlSweepSettings> _sweep = new Shape<AutoMlSweepSettings>(new())
        .Add("samplingAlgorithm", AutoMlWords.SamplingAlgorithmType, s => s.SamplingAlgorithm, (s, v) => s with { SamplingAlgorithm = v }, required: true)
        .Add("earlyTermination", SearchTables.EarlyTerminationAsInYaml, s => s.EarlyTermination, (s, v) => s with { EarlyTermination = v });

    /// <summary>The members beside the task's.</summary>
    public static void AddJob<T>(Shape<T> shape)
        where T : AutoMlJob => shape
            .Add(MemberNames.Of("environmentId", "environment_id"), SoftwareTables.Environment, j => j.Environment, (j, v) => j with { Environment = v })
            .Add("environmentVariables", SoftwareTables.Variables, j => j.EnvironmentVariables, (j, v) => j with { EnvironmentVariables = v })
            .Add("outputs", DataTables.Outputs, j => j.Outputs, (j, v) => j with { Outputs = v })
            .Add("resources", ComputeTables.Resources, j => j.Resources, (j, v) => j with { Resources = v })
            .Add("queueSettings", ComputeTables.QueueSettingsAsInYaml, j => j.QueueSettings, (j, v) => j with { QueueSettings = v });

    /// <summary>The members that all jobs have.</summary>
    public static void AddCommon<T>(Shape<T> shape)
        where T : AutoMlJob => JobTables.AddCommon(shape, IdentityTables.AsInYaml, new PrefixedComputeForm());

    public static Shape<T> AddTask<T>(Shape<T> shape, bool hasTarget)
        where T : AutoMlJob => shape
            .Add("logVerbosity", AutoMlWords.LogVerbosity, j => j.LogVerbosity, (j, v) => j with { LogVerbosity = v })
            .Add("trainingData", _data, j => j.TrainingData, (j, v) => j with { TrainingData = v }, required: true)
            .Add("targetColumnName", Forms.Text, j => j.TargetColumnName, (j, v) => j with { TargetColumnName = v }, required: hasTarget)
            .Add("validationData", _data, j => j.ValidationData, (j, v) => j with { ValidationData = v });

    public static Shape<T> AddTabular<T>(Shape<T> shape)
        where T : AutoMlTabularJob => AddTask(shape, hasTarget: true)
            .Add("testData", _data, j => j.TestData, (j, v) => j with { TestData = v })
            .Add("validationDataSize", Forms.Number, j => j.ValidationDataSize, (j, v) => j with { ValidationDataSize = v })
            .Add("testDataSize", Forms.Number, j => j.TestDataSize, (j, v) => j with { TestDataSize = v })
            .Add("nCrossValidations", new AutoOrNumberForm(), j => j.NCrossValidations, (j, v) => j with { NCrossValidations = v })
            .Add("cvSplitColumnNames", Forms.TextList, j => j.CvSplitColumnNames, (j, v) => j with { CvSplitColumnNames = v })
            .Add("weightColumnName", Forms.Text, j => j.WeightColumnName, (j, v) => j with { WeightColumnName = v })
            .Add(MemberNames.Of("featurizationSettings", "featurization"), AutoMlTabularTables.Featurization, j => j.Featurization, (j, v) => j with { Featurization = v })
            .Add(MemberNames.Of("limitSettings", "limits"), AutoMlTabularTables.Limits, j => j.Limits, (j, v) => j with { Limits = v });

    public static Shape<T> AddClassifier<T>(Shape<T> shape)
        where T : AutoMlImageClassifierJob => AddImage(shape)
            .Add(MemberNames.Of("modelSettings", "training_parameters"), AutoMlImageTables.Classification, j => j.TrainingParameters, (j, v) => j with { TrainingParameters = v })
            .Add("searchSpace", AutoMlImageSpaces.Classification, j => j.SearchSpace, (j, v) => j with { SearchSpace = v });

    public static Shape<T> AddDetector<T>(Shape<T> shape)
        where T : AutoMlImageDetectorJob => AddImage(shape)
            .Add(MemberNames.Of("modelSettings", "training_parameters"), AutoMlImageTables.Detection, j => j.TrainingParameters, (j, v) => j with { TrainingParameters = v })
            .Add("searchSpace", AutoMlImageSpaces.Detection, j => j.SearchSpace, (j, v) => j with { SearchSpace = v });

    public static Shape<T> AddText<T>(Shape<T> shape, bool hasTarget = true)
        where T : AutoMlTextJob => AddTask(shape, hasTarget)
            .Add(MemberNames.Of("featurizationSettings", "featurization"), AutoMlTextTables.Featurization, j => j.Featurization, (j, v) => j with { Featurization = v })
            .Add(MemberNames.Of("limitSettings", "limits"), AutoMlTextTables.Limits, j => j.Limits, (j, v) => j with { Limits = v })
            .Add(MemberNames.Of("sweepSettings", "sweep"), _sweep, j => j.SweepSettings, (j, v) => j with { SweepSettings = v })
            .Add(MemberNames.Of("fixedParameters", "training_parameters"), AutoMlTextTables.Parameters, j => j.TrainingParameters, (j, v) => j with { TrainingParameters = v })
            .Add("searchSpace", AutoMlTextTables.SearchSpace, j => j.SearchSpace, (j, v) => j with { SearchSpace = v });

    private static Shape<T> AddImage<T>(Shape<T> shape)
        where T : AutoMlImageJob => AddTask(shape, hasTarget: true)
            .Add("validationDataSize", Forms.Number, j => j.ValidationDataSize, (j, v) => j with { ValidationDataSize = v })
            .Add(MemberNames.Of("limitSettings", "limits"), AutoMlImageTables.Limits, j => j.Limits, (j, v) => j with { Limits = v })
            .Add(MemberNames.Of("sweepSettings", "sweep"), _sweep, j => j.SweepSettings, (j, v) => j with { SweepSettings = v });
}
