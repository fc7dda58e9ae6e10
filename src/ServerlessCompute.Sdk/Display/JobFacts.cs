using System.Globalization;

namespace ServerlessCompute;

/// <summary>What there is to tell about a job, in the order in which people ask. What is not said is left out; secrets are never in it.</summary>
internal static class JobFacts
{
    /// <summary>The entries of one kind that are listed; the rest is counted.</summary>
    private const int EntriesShown = 20;

    private const int LinesShown = 40;

    /// <summary>All facts but the job's title and status.</summary>
    public static IEnumerable<DisplayFact> Of(Job job)
    {
        IEnumerable<DisplayFact?> facts =
        [
            Fact("Kind", KindOf(job)),
            Fact("Name", job.Name),
            Fact("Description", job.Description),
            Fact("Experiment", job.ExperimentName),
            .. OfKind(job),
            .. Map("Input", InputsOf(job), static input => Of(input)),
            .. Map("Output", OutputsOf(job), static output => Of(output)),
            .. Map("Variable", VariablesOf(job), static variable => variable.ToString()),
            Fact("Compute", job.Compute ?? "serverless"),
            .. Machines(job),
            Fact("Tier", Tier(QueueOf(job))),
            Fact("Runs as", job.Identity?.GetType().Name.Replace("Configuration", "", StringComparison.Ordinal)),
            Fact("Tags", job.Tags.Count == 0 ? null : string.Join(", ", job.Tags.Take(EntriesShown).Select(static tag => $"{tag.Key} = {tag.Value}"))),
            Fact("Created", job.SystemData?.CreatedAt?.ToString("u", CultureInfo.InvariantCulture)),
        ];
        return facts.OfType<DisplayFact>();
    }

    public static string TitleOf(Job job) => job.DisplayName ?? job.Name ?? $"{KindOf(job)} job";

    private static string KindOf(Job job) => job is AutoMlJob autoMl ? $"{job.JobType}, {autoMl.TaskType}" : job.JobType.ToString();

    private static IEnumerable<DisplayFact?> OfKind(Job job) => job switch
    {
        CommandJob command => [Code("Command", command.Command.Text), .. Software(command.Code, command.Environment), Fact("Distribution", Of(command.Distribution)), Fact("Time limit", Of(command.Limits?.Timeout))],
        SweepJob sweep =>
        [
            Code("Command", sweep.Trial.Command.Text),
            .. Software(sweep.Trial.Code, sweep.Trial.Environment),
            .. Map("Search", sweep.AllSearchSpaces, SearchWords.Of),
            Fact("Objective", sweep.Objective is { } objective ? $"{objective.Goal} {objective.PrimaryMetric}" : null),
            Fact("Sampling", sweep.SamplingAlgorithm.Kind),
            Fact("Early end", sweep.EarlyTermination is { } policy ? SearchWords.Of(policy) : null),
            Fact("Limits", sweep.Limits is { } limits ? SearchWords.Of(limits) : null),
            Fact("Distribution", Of(sweep.Trial.Distribution)),
        ],
        SparkJob spark =>
        [
            Fact("Entry", spark.Entry switch { SparkPythonEntry python => python.File, SparkClassEntry type => type.ClassName, _ => spark.Entry?.Kind }),
            Code("Arguments", spark.Args.Text),
            .. Software(spark.Code, spark.Environment),
            .. Map("Setting", spark.Conf, static setting => setting.ToString()),
        ],
        PipelineJob pipeline => [Fact("Steps", DisplayWords.Count(pipeline.Steps.Count)), Fact("Component", pipeline.Component?.Reference)],
        AutoMlJob autoMl => [Fact("Target", autoMl.TargetColumnName), Fact("Training data", Of(autoMl.TrainingData)), Fact("Validation data", Of(autoMl.ValidationData)), .. Software(null, autoMl.Environment)],
        FineTuningJob tuning =>
        [
            Fact("Task", tuning.TaskType.ToString()),
            Fact("Model", Of(tuning.Model)),
            Fact("Training data", Of(tuning.TrainingData)),
            Fact("Validation data", Of(tuning.ValidationData)),
            .. tuning is CustomModelFineTuningJob custom ? Map("Setting", custom.HyperParameters, static value => value) : [],
        ],
        _ => [],
    };

    private static ValueMap<Input> InputsOf(Job job) => JobFlow.Inputs(job);

    private static ValueMap<Output> OutputsOf(Job job) => job is FineTuningJob tuning ? tuning.Outputs : JobFlow.Outputs(job);

    private static ValueMap<EnvironmentValue> VariablesOf(Job job) => job switch
    {
        CommandJob command => command.EnvironmentVariables,
        SweepJob sweep => sweep.Trial.EnvironmentVariables,
        SparkJob spark => spark.EnvironmentVariables,
        AutoMlJob autoMl => autoMl.EnvironmentVariables,
        _ => ValueMap<EnvironmentValue>.Empty,
    };

    private static QueueSettings? QueueOf(Job job) => job switch
    {
        CommandJob command => command.QueueSettings,
        SweepJob sweep => sweep.QueueSettings,
        SparkJob spark => spark.QueueSettings,
        AutoMlJob autoMl => autoMl.QueueSettings,
        FineTuningJob tuning => tuning.QueueSettings,
        _ => null,
    };

    private static IEnumerable<DisplayFact?> Machines(Job job) => job switch
    {
        CommandJob command => [Fact("Machines", Of(command.Resources))],
        SweepJob sweep => [Fact("Machines", Of(sweep.Trial.Resources))],
        AutoMlJob autoMl => [Fact("Machines", Of(autoMl.Resources))],
        SparkJob { Resources: { } resources } => [Fact("Machines", resources.InstanceType), Fact("Runtime", resources.RuntimeVersion)],
        FineTuningJob { Resources.InstanceTypes: { Count: > 0 } types } => [Fact("Machines", string.Join(" or ", types.Take(EntriesShown)))],
        _ => [],
    };

    private static IEnumerable<DisplayFact?> Software(AssetPath? code, JobEnvironment? environment) => [Fact("Code", code?.Text), Fact("Environment", environment?.ToString())];

    private static string? Of(ResourceConfiguration? resources) =>
        resources is null ? null : string.Create(CultureInfo.InvariantCulture, $"{resources.InstanceCount ?? 1} x {resources.InstanceType ?? "a size that the service chooses"}");

    private static string? Of(Distribution? distribution) => distribution switch
    {
        PyTorchDistribution { ProcessCountPerInstance: { } processes } => string.Create(CultureInfo.InvariantCulture, $"PyTorch, {processes} processes on each node"),
        MpiDistribution { ProcessCountPerInstance: { } processes } => string.Create(CultureInfo.InvariantCulture, $"Mpi, {processes} processes on each node"),
        _ => distribution?.Kind,
    };

    private static string? Of(TimeSpan? limit) => limit is { } time ? DisplayWords.Duration(time) : null;

    private static string? Tier(QueueSettings? queue) => queue is null ? null : string.Join(", ", new[] { queue.JobTier.Value, queue.Priority is { } priority ? $"priority {priority}" : null }.OfType<string>());

    private static string? Of(Input? input) => input?.Plain switch
    {
        DataInput data => $"{data.Type} {data.Path?.Text}{(data.Mode == default ? "" : $", {data.Mode}")}",
        LiteralInput literal => literal.Value,
        _ => null,
    };

    private static string Of(Output output)
    {
        string place = output.Path?.Text ?? "where the service chooses";
        return $"{output.Type} {place}{(output.AssetName is null ? "" : $", registered as {output.AssetName}")}";
    }

    private static IEnumerable<DisplayFact?> Map<T>(string name, ValueMap<T> entries, Func<T, string?> text)
    {
        IEnumerable<DisplayFact?> shown = entries.Take(EntriesShown).Select(entry => Fact($"{name} {Shown.Text(entry.Key)}", text(entry.Value)));
        return entries.Count > EntriesShown ? shown.Append(Fact($"{name}s", DisplayWords.More(entries.Count - EntriesShown))) : shown;
    }

    private static DisplayFact? Fact(string name, string? value) => string.IsNullOrEmpty(value) ? null : new DisplayFact(name, Shown.Text(value));

    /// <summary>A command line by line, each without what must not be shown.</summary>
    private static DisplayFact? Code(string name, string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n', LinesShown + 1);
        IEnumerable<string> shown = lines.Take(LinesShown).Select(static line => Shown.Text(line));
        return text.Length == 0 ? null : new DisplayFact(name, string.Join('\n', lines.Length > LinesShown ? shown.Append("…") : shown), IsCode: true);
    }
}
