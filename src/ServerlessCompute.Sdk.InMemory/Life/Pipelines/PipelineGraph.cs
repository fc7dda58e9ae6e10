using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The steps of a pipeline and what they wait for.</summary>
internal sealed class PipelineGraph
{
    private readonly Dictionary<string, PipelineNode> _byName = new(StringComparer.Ordinal);

    private PipelineGraph(IReadOnlyList<PipelineNode> nodes)
    {
        Nodes = nodes;
        foreach (PipelineNode node in nodes)
        {
            _byName[node.Name] = node;
        }
    }

    public IReadOnlyList<PipelineNode> Nodes { get; }

    public PipelineNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The steps of a pipeline job: its own, or those of the pipeline component that it names.</summary>
    public static PipelineGraph OfJob(ReadOnlySpan<byte> body, ComponentCatalogue components)
    {
        ReadOnlySpan<byte> steps = JsonScan.Value(body, "jobs"u8);
        return Read(
            !JsonScan.IsNullOrAbsent(steps) && steps.Length > 2 ? JsonElement.Parse(steps) : ComponentOf(body, components) is { } component ? ComponentFacts.Part(component.Spec, "jobs") : default,
            components);
    }

    /// <summary>The component that a pipeline job names in place of steps of its own, or null.</summary>
    public static ComponentFacts? ComponentOf(ReadOnlySpan<byte> body, ComponentCatalogue components) =>
        JsonScan.Text(JsonScan.Value(body, "componentId"u8)) is { Length: > 0 } id ? components.Find(ComponentFacts.ArmId(id)!) : null;

    /// <summary>Reads the steps and ties them together. Steps of names that nobody has are passed over: the check has refused them.</summary>
    public static PipelineGraph Read(JsonElement jobs, ComponentCatalogue components)
    {
        var nodes = new List<PipelineNode>();
        if (jobs.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty job in jobs.EnumerateObject())
            {
                var node = new PipelineNode(job.Name, job.Value);
                string? id = ComponentFacts.Text(job.Value, "componentId") ?? ComponentFacts.Text(ComponentFacts.Part(job.Value, "trial"), "componentId");
                node.Component = id is null ? null : components.Find(ComponentFacts.ArmId(id)!);
                nodes.Add(node);
            }
        }

        var graph = new PipelineGraph(nodes);
        foreach (PipelineNode node in nodes.Where(static n => n.Type is "do_while" or "parallel_for"))
        {
            foreach (string body in ControlFlow.Steps(node.Json, "body"))
            {
                graph.Find(body)?.Loop ??= node;
            }
        }

        foreach (PipelineNode node in nodes)
        {
            graph.Tie(node);
        }

        return graph;
    }

    /// <summary>The names of the steps that a step's text refers to, each once.</summary>
    public static IEnumerable<string> Sources(PipelineNode node)
    {
        string text = node.Json.GetRawText();
        return text.Contains("parent.jobs.", StringComparison.Ordinal)
            ? StepBinding.In(text).Select(static b => StepBinding.Parse(b.Expression)).Where(static b => b.Kind is StepBindingKind.StepOutput or StepBindingKind.Step).Select(static b => b.Step).Distinct(StringComparer.Ordinal)
            : [];
    }

    /// <summary>
    /// What a step waits for. A loop waits for what its body uses and takes the body's place; what uses the body waits for the loop. The
    /// branches of a condition wait for it.
    /// </summary>
    private void Tie(PipelineNode node)
    {
        foreach (string source in Sources(node))
        {
            if (Find(source) is { } from && from != node && from.Loop != node && !(node.Type == "if_else" && IsBranch(node, source)))
            {
                PipelineNode waiting = node.Loop ?? node;
                if (waiting != from)
                {
                    from.Dependents.Add(waiting);
                    waiting.Waiting++;
                }
            }
        }

        if (node.Type == "if_else")
        {
            foreach (string name in ControlFlow.Steps(node.Json, "true_block").Concat(ControlFlow.Steps(node.Json, "false_block")))
            {
                if (Find(name) is { } branch && branch != node)
                {
                    node.Dependents.Add(branch);
                    branch.Waiting++;
                }
            }
        }
    }

    private static bool IsBranch(PipelineNode node, string name) =>
        ControlFlow.Steps(node.Json, "true_block").Contains(name, StringComparer.Ordinal) || ControlFlow.Steps(node.Json, "false_block").Contains(name, StringComparer.Ordinal);
}
