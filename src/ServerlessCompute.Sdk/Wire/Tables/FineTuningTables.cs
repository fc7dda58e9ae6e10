namespace ServerlessCompute;

/// <summary>The tables of fine-tuning jobs, one for each provider of models.</summary>
internal static class FineTuningTables
{
    private const string Kind = "finetuning";

    private const string Group = "fineTuningDetails";

    private const string Custom = "Custom";

    private const string AzureOpenAI = "AzureOpenAI";

    private static readonly MemberNames _provider = new("modelProvider", "model_provider", "model_provider");

    /// <summary>REST writes one word of it with a capital letter, and trees do not.</summary>
    private static readonly MemberNames _parameters = MemberNames.Of("hyperParameters", "hyperparameters");

    private static readonly ValueForm<DataInput> _data = new DataInputForm(InputType.UriFile);

    private static readonly ValueForm<FineTuningResources> _resources = new Shape<FineTuningResources>(new FineTuningResources())
        .Add("instanceTypes", Forms.TextList, r => r.InstanceTypes, (r, v) => r with { InstanceTypes = v });

    private static readonly ValueForm<AzureOpenAIHyperParameters> _azureOpenAIParameters = new Shape<AzureOpenAIHyperParameters>(new AzureOpenAIHyperParameters())
        .Add("batchSize", Forms.Integer, p => p.BatchSize, (p, v) => p with { BatchSize = v })
        .Add("learningRateMultiplier", Forms.Number, p => p.LearningRateMultiplier, (p, v) => p with { LearningRateMultiplier = v })
        .Add("nEpochs", Forms.Integer, p => p.NEpochs, (p, v) => p with { NEpochs = v });

    public static JobTable All { get; } = new JobVariantTable<FineTuningJob>(
        JobType.FineTuning,
        Kind,
        Group,
        _provider,
        (Custom, Table(new CustomModelFineTuningJob(), Custom, "custom", details => details.Add(_parameters, Forms.Texts, j => j.HyperParameters, (j, v) => j with { HyperParameters = v }))),
        (AzureOpenAI, Table(new AzureOpenAIFineTuningJob(), AzureOpenAI, "azure_open_ai", details => details.Add(_parameters, _azureOpenAIParameters, j => j.HyperParameters, (j, v) => j with { HyperParameters = v }))));

    private static JobTable<T> Table<T>(T seed, string rest, string yaml, Action<Shape<T>> own)
        where T : FineTuningJob => new(JobType.FineTuning, Kind, seed, shape => Fill(shape, rest, yaml, own));

    private static void Fill<T>(Shape<T> shape, string rest, string yaml, Action<Shape<T>> own)
        where T : FineTuningJob => shape
            .AddGroup(Group, details => details
                .AddConstant(_provider, rest, yaml, yaml)
                .Add(MemberNames.Of("taskType", "task"), new WordForm<FineTuningTaskType>(), j => j.TaskType, (j, v) => j with { TaskType = v }, required: true)
                .Add("model", new DataInputForm(InputType.MlflowModel), j => j.Model, (j, v) => j with { Model = v }, required: true)
                .Add("trainingData", _data, j => j.TrainingData, (j, v) => j with { TrainingData = v }, required: true)
                .Add("validationData", _data, j => j.ValidationData, (j, v) => j with { ValidationData = v })
                .Include(own))
            .Add("outputs", DataTables.Outputs, j => j.Outputs, (j, v) => j with { Outputs = v })
            .Add("resources", _resources, j => j.Resources, (j, v) => j with { Resources = v })
            .Add("queueSettings", ComputeTables.QueueSettings, j => j.QueueSettings, (j, v) => j with { QueueSettings = v });
}
