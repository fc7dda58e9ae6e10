namespace ServerlessCompute;

/// <summary>The tables of AutoML jobs, one for each task.</summary>
internal static class AutoMlTables
{
    private const string Group = "taskDetails";

    private static readonly MemberNames _taskNames = new("taskType", "task", "task");

    public static JobTable<ClassificationJob> Classification { get; } = Table(
        new ClassificationJob(),
        new ClassificationJob { PrimaryMetric = default, LogVerbosity = default },
        shape => AutoMlMembers.AddTabular(shape)
            .Add("primaryMetric", AutoMlWords.ClassificationPrimaryMetric, j => j.PrimaryMetric, (j, v) => j with { PrimaryMetric = v })
            .Add("positiveLabel", Forms.Text, j => j.PositiveLabel, (j, v) => j with { PositiveLabel = v })
            .Add(MemberNames.Of("trainingSettings", "training"), AutoMlTabularTables.Classification, j => j.Training, (j, v) => j with { Training = v }));

    public static JobTable<RegressionJob> Regression { get; } = Table(
        new RegressionJob(),
        new RegressionJob { PrimaryMetric = default, LogVerbosity = default },
        shape => AutoMlMembers.AddTabular(shape)
            .Add("primaryMetric", AutoMlWords.RegressionPrimaryMetric, j => j.PrimaryMetric, (j, v) => j with { PrimaryMetric = v })
            .Add(MemberNames.Of("trainingSettings", "training"), AutoMlTabularTables.Regression, j => j.Training, (j, v) => j with { Training = v }));

    public static JobTable<ForecastingJob> Forecasting { get; } = Table(
        new ForecastingJob(),
        new ForecastingJob { PrimaryMetric = default, LogVerbosity = default },
        shape => AutoMlMembers.AddTabular(shape)
            .Add("primaryMetric", AutoMlWords.ForecastingPrimaryMetric, j => j.PrimaryMetric, (j, v) => j with { PrimaryMetric = v })
            .Add(MemberNames.Of("forecastingSettings", "forecasting"), ForecastingTables.Settings, j => j.ForecastingSettings, (j, v) => j with { ForecastingSettings = v })
            .Add(MemberNames.Of("trainingSettings", "training"), AutoMlTabularTables.Forecasting, j => j.Training, (j, v) => j with { Training = v }));

    public static JobTable<ImageClassificationJob> ImageClassification { get; } = Table(
        new ImageClassificationJob(),
        new ImageClassificationJob { PrimaryMetric = default, LogVerbosity = default, Limits = null },
        shape => AutoMlMembers.AddClassifier(shape)
            .Add("primaryMetric", AutoMlWords.ClassificationPrimaryMetric, j => j.PrimaryMetric, (j, v) => j with { PrimaryMetric = v }));

    public static JobTable<ImageClassificationMultilabelJob> ImageClassificationMultilabel { get; } = Table(
        new ImageClassificationMultilabelJob(),
        new ImageClassificationMultilabelJob { PrimaryMetric = default, LogVerbosity = default, Limits = null },
        shape => AutoMlMembers.AddClassifier(shape)
            .Add("primaryMetric", AutoMlWords.ClassificationMultilabelPrimaryMetric, j => j.PrimaryMetric, (j, v) => j with { PrimaryMetric = v }));

    public static JobTable<ImageObjectDetectionJob> ImageObjectDetection { get; } = Table(
        new ImageObjectDetectionJob(),
        new ImageObjectDetectionJob { PrimaryMetric = default, LogVerbosity = default, Limits = null },
        shape => AutoMlMembers.AddDetector(shape)
            .Add("primaryMetric", AutoMlWords.ObjectDetectionPrimaryMetric, j => j.PrimaryMetric, (j, v) => j with { PrimaryMetric = v }));

    public static JobTable<ImageInstanceSegmentationJob> ImageInstanceSegmentation { get; } = Table(
        new ImageInstanceSegmentationJob(),
        new ImageInstanceSegmentationJob { PrimaryMetric = default, LogVerbosity = default, Limits = null },
        shape => AutoMlMembers.AddDetector(shape)
            .Add("primaryMetric", AutoMlWords.InstanceSegmentationPrimaryMetric, j => j.PrimaryMetric, (j, v) => j with { PrimaryMetric = v }));

    public static JobTable<TextClassificationJob> TextClassification { get; } = Table(
        new TextClassificationJob(),
        new TextClassificationJob { PrimaryMetric = default, LogVerbosity = default, Limits = null },
        shape => AutoMlMembers.AddText(shape)
            .Add("primaryMetric", AutoMlWords.ClassificationPrimaryMetric, j => j.PrimaryMetric, (j, v) => j with { PrimaryMetric = v }));

    public static JobTable<TextClassificationMultilabelJob> TextClassificationMultilabel { get; } = Table(
        new TextClassificationMultilabelJob(),
        new TextClassificationMultilabelJob { LogVerbosity = default, Limits = null },
        shape => AddAccuracy(AutoMlMembers.AddText(shape)));

    public static JobTable<TextNerJob> TextNer { get; } = Table(
        new TextNerJob(),
        new TextNerJob { LogVerbosity = default, Limits = null },
        shape => AddAccuracy(AutoMlMembers.AddText(shape, hasTarget: false)));

    private static JobTable<T> Table<T>(T seed, T sentSeed, Action<Shape<T>> task)
        where T : AutoMlJob
    {
        string word = seed.TaskType.Value!;
        string spelled = MemberNames.Snake(word);
        return new JobTable<T>(
            JobType.AutoML,
            AutoMlJobTable.YamlWord,
            seed,
            sentSeed,
            AutoMlMembers.AddCommon,
            shape => shape.Include(AutoMlMembers.AddJob).AddGroup(Group, details => details.AddConstant(_taskNames, word, spelled, spelled).Include(task)),
            Start,
            seed is TextNerJob ? [nameof(AutoMlJob.TrainingData)] : [nameof(AutoMlJob.TrainingData), nameof(AutoMlJob.TargetColumnName)]);
    }

    private static Shape<T> AddAccuracy<T>(Shape<T> shape)
        where T : AutoMlTextJob => shape.Add(MemberNames.NotRest("primary_metric"), new AccuracyForm(), _ => AccuracyForm.Word, (job, _) => job, property: "");

    private static void Start<T>(CSharpText text, T job)
        where T : AutoMlJob
    {
        bool hasTarget = job is not TextNerJob;
        if (job.TrainingData is { } data && (job.TargetColumnName is not null || !hasTarget))
        {
            string table = CSharpText.Of(inner => DataTables.Input.WriteCSharp(inner, data));
            string method = $"AutoMl.{typeof(T).Name[..^"Job".Length]}";
            text.Call(method, hasTarget ? [table, CSharpText.Of(inner => inner.Text(job.TargetColumnName!))] : [table]);
            return;
        }

        var members = new List<KeyValuePair<string, Action<CSharpText>>>();
        if (job.TrainingData is not null)
        {
            members.Add(new(nameof(AutoMlJob.TrainingData), inner => DataTables.Input.WriteCSharp(inner, job.TrainingData)));
        }

        if (hasTarget && job.TargetColumnName is not null)
        {
            members.Add(new(nameof(AutoMlJob.TargetColumnName), inner => inner.Text(job.TargetColumnName)));
        }

        text.New(typeof(T).Name, members);
    }
}
