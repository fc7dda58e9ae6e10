using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>AutoML jobs of all tasks: each is read and written by the table of its task. A job of a task that nobody knows is an unknown job.</summary>
internal sealed class AutoMlJobTable() : JobTable(JobType.AutoML, YamlWord)
{
    public const string YamlWord = "automl";

    private const string Task = "task";

    private static readonly JsonEncodedText _details = JsonEncodedText.Encode("taskDetails");

    private static readonly JsonEncodedText _taskType = JsonEncodedText.Encode("taskType");

    private readonly (AutoMlTaskType Type, JobTable Table)[] _tasks =
    [
        (AutoMlTaskType.Classification, AutoMlTables.Classification),
        (AutoMlTaskType.Regression, AutoMlTables.Regression),
        (AutoMlTaskType.Forecasting, AutoMlTables.Forecasting),
        (AutoMlTaskType.ImageClassification, AutoMlTables.ImageClassification),
        (AutoMlTaskType.ImageClassificationMultilabel, AutoMlTables.ImageClassificationMultilabel),
        (AutoMlTaskType.ImageObjectDetection, AutoMlTables.ImageObjectDetection),
        (AutoMlTaskType.ImageInstanceSegmentation, AutoMlTables.ImageInstanceSegmentation),
        (AutoMlTaskType.TextClassification, AutoMlTables.TextClassification),
        (AutoMlTaskType.TextClassificationMultilabel, AutoMlTables.TextClassificationMultilabel),
        (AutoMlTaskType.TextNER, AutoMlTables.TextNer),
    ];

    public override IReadOnlyList<JobTable> Variants => [.. _tasks.Select(task => task.Table)];

    public override bool Holds(Job job) => job is AutoMlJob;

    public override void WriteRest(Utf8JsonWriter writer, Job job) => Of(job).WriteRest(writer, job);

    public override Job ReadRest(ref Utf8JsonReader reader)
    {
        AutoMlTaskType task = PeekTask(reader);
        return Array.Find(_tasks, known => known.Type == task).Table is { } table ? table.ReadRest(ref reader) : UnknownJobWire.Read(ref reader, Type);
    }

    public override TreeMap Write(Job job, Dialect dialect) => Of(job).Write(job, dialect);

    /// <inheritdoc/>
    /// <remarks>
    /// The reference client sends every output of an AutoML job as a folder, whatever its YAML says, and so is it read here. Steps keep
    /// what was said: see <see cref="TryReadStep"/>.
    /// </remarks>
    public override bool TryRead(TreeMap map, TreeReader reader, [MaybeNullWhen(false)] out Job job)
    {
        bool isRead = TryReadTask(map, reader, out job);
        if (isRead && reader.Dialect == Dialect.Yaml && job is AutoMlJob autoMl)
        {
            job = autoMl with { Outputs = JobVisitor.Each("outputs", autoMl.Outputs, (_, output) => output with { Type = OutputType.UriFolder }) };
        }

        return isRead;
    }

    /// <summary>
    /// Reads a step of a pipeline, in either spelling. Where its YAML says nothing, the reference client fills in other defaults than in a
    /// job by itself: accuracy for classification, and no verbosity for texts.
    /// </summary>
    public bool TryReadStep(TreeMap map, TreeReader reader, [MaybeNullWhen(false)] out Job job)
    {
        bool isRead = TryReadTask(map, reader, out job);
        if (isRead && reader.Dialect == Dialect.Yaml)
        {
            job = job switch
            {
                ClassificationJob classification when !map.TryGet("primary_metric", out _) => classification with { PrimaryMetric = ClassificationPrimaryMetric.Accuracy },
                AutoMlTextJob text when !map.TryGet("log_verbosity", out _) => text with { LogVerbosity = default },
                _ => job,
            };
            if (job is AutoMlTabularJob { Featurization: { } featurization } tabular && (map.Get("featurization") as TreeMap)?.TryGet("mode", out _) != true)
            {
                job = tabular with { Featurization = featurization with { Mode = default } };
            }
        }

        return isRead;
    }

    public override void WriteCSharp(CSharpText text, Job job) => Of(job).WriteCSharp(text, job);

    public override IEnumerable<string> NamesIn(Dialect dialect) => _tasks.SelectMany(task => task.Table.NamesIn(dialect)).Distinct(StringComparer.Ordinal);

    private bool TryReadTask(TreeMap map, TreeReader reader, [MaybeNullWhen(false)] out Job job)
    {
        job = null;
        if (map.Get(Task) is not TreeScalar { Kind: ScalarKind.Text, Text: var word } at)
        {
            reader.Report(map.Get(Task)?.Place ?? map.Place, $"'{Task}' has to say what is learned.", $"Write '{Task}:' and one of {Words()}.");
            return false;
        }

        if (Array.Find(_tasks, known => Plain(known.Type.Value!) == Plain(word)).Table is { } table)
        {
            return table.TryRead(map, reader, out job);
        }

        reader.Report(at.Place, $"AutoML has no task '{word}'.{Spelling.DidYouMean(word, _tasks.Select(known => MemberNames.Snake(known.Type.Value!)))}", $"Write one of {Words()}.");
        return false;
    }

    private JobTable Of(Job job) => Array.Find(_tasks, task => task.Table.Holds(job)).Table;

    private string Words() => string.Join(", ", _tasks.Select(known => MemberNames.Snake(known.Type.Value!)));

    private static string Plain(string word) => word.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>The task of the job at hand, wherever in it that stands; unset when it is not there. The reader itself does not move.</summary>
    private static AutoMlTaskType PeekTask(Utf8JsonReader reader)
    {
        while (reader.NextMember())
        {
            if (reader.Is(_details))
            {
                return reader.TokenType == JsonTokenType.StartObject ? WireReader.PeekWord<AutoMlTaskType>(reader, _taskType) : default;
            }

            reader.Skip();
        }

        return default;
    }
}
