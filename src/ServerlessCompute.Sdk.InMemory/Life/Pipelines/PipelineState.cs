using System.Globalization;

namespace ServerlessCompute;

/// <summary>What is kept of a pipeline.</summary>
internal sealed class PipelineState(string name, byte[] body, PipelineGraph graph, PipelineMode mode, ComponentCatalogue components) : LifeState
{
    /// <summary>The pipeline's name.</summary>
    public string Name { get; } = name;

    public PipelineGraph Graph { get; } = graph;

    public PipelineMode Settings { get; } = mode;

    /// <summary>The pipeline's own inputs.</summary>
    public IReadOnlyDictionary<string, StepValue> Inputs { get; } = StepValues.OfPipeline(body, components);

    /// <summary>Of its body what each of its steps is written with: the body itself is read once, it may be large.</summary>
    public byte[] Identity { get; } = JsonScan.Value(body, "identity"u8).ToArray();

    /// <inheritdoc cref="Identity"/>
    public byte[] Outputs { get; } = JsonScan.Value(body, "outputs"u8).ToArray();

    /// <summary>Steps that can start.</summary>
    public Queue<PipelineNode> Ready { get; } = new();

    /// <summary>How many steps are not over.</summary>
    public int Left { get; set; } = graph.Nodes.Count;

    /// <summary>How many runs were made for it and, of the outermost pipeline, for all pipelines in it.</summary>
    public int Made { get; set; }

    /// <summary>Whether nothing is left to do but to end.</summary>
    public bool IsEnding { get; set; }

    /// <summary>The step that is to run before all others, until it has; then null.</summary>
    public PipelineNode? First { get; set; } = mode.OnInit is { } init ? graph.Find(init) : null;

    /// <summary>The step that is to run when all others are over, or null.</summary>
    public PipelineNode? Last { get; } = mode.OnFinalize is { } finalize ? graph.Find(finalize) : null;

    /// <summary>Whether a step did not complete.</summary>
    public bool HasFailure { get; set; }

    /// <summary>Where outputs of the pipeline are that a reused step wrote earlier.</summary>
    public Dictionary<string, ResolvedData> Elsewhere { get; } = new(StringComparer.Ordinal);

    public override IEnumerable<KeyValuePair<string, string?>> Properties(JobRecord job)
    {
        yield return new("azureml.DevPlatv2", "true");
        yield return new("azureml.DatasetAccessMode", "Asset");
        yield return new("azureml.runsource", "azureml.PipelineRun");
        yield return new("runSource", "MFE");
        yield return new("runType", "HTTP");
        yield return new("azureml.parameters", Parameters());
        yield return new("azureml.continue_on_step_failure", Settings.ContinuesOnFailure ? "True" : "False");
        yield return new("azureml.continue_on_failed_optional_input", Settings.ContinuesOnOptionalInput ? "True" : "False");
        yield return new("azureml.enforceRerun", Settings.ForcesRerun ? "True" : "False");
        if ((Settings.DefaultCompute ?? Settings.Compute) is { Length: > 0 } id)
        {
            yield return new("azureml.defaultComputeName", id[(id.LastIndexOf('/') + 1)..]);
        }

        yield return new("azureml.defaultDataStoreName", Settings.Datastore);
        yield return new("azureml.pipelineComponent", "pipelinerun");
        if (job.StartedAt is { } start)
        {
            string end = job.EndedAt is { } at ? $"\"{Time(at)}\"" : "null";
            string status = job.IsOver ? (job.Phase == JobPhase.Completed ? "Finished" : job.Phase.Word()) : "Running";
            yield return new("azureml.pipelines.stages", $"{{\"Initialization\":null,\"Execution\":{{\"StartTime\":\"{Time(start)}\",\"EndTime\":{end},\"Status\":\"{status}\"}}}}");
        }
    }

    private static string Time(long ticks) => new DateTime(ticks).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>The literal inputs, as JSON text.</summary>
    private string Parameters() =>
        $"{{{string.Join(',', Inputs.Where(static i => i.Value.IsLiteral).Select(static i => $"{Dimension.Quoted(i.Key)}:{Dimension.Quoted(i.Value.Value)}"))}}}";
}
