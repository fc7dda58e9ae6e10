namespace ServerlessCompute;

/// <summary>What of a pipeline takes data from what, and what decides what runs.</summary>
internal sealed class PipelineGraph
{
    private readonly Dictionary<string, int> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _outputs = new(StringComparer.Ordinal);
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphEdge> _edges = [];
    private readonly HashSet<GraphEdge> _known = [];

    public PipelineGraph(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges)
    {
        _nodes.AddRange(nodes);
        _edges.AddRange(edges);
    }

    public IReadOnlyList<GraphNode> Nodes => _nodes;

    public IReadOnlyList<GraphEdge> Edges => _edges;

    public static PipelineGraph Of(PipelineJob pipeline)
    {
        var graph = new PipelineGraph([], []);
        foreach (string name in pipeline.Inputs.Keys)
        {
            graph.Add(graph._inputs, name, "input", GraphShape.End);
        }

        foreach ((string name, PipelineStep step) in pipeline.Steps)
        {
            graph.Add(graph._steps, name, KindOf(step), GraphShape.Step);
        }

        foreach (string name in pipeline.Outputs.Keys)
        {
            graph.Add(graph._outputs, name, "output", GraphShape.End);
        }

        foreach ((string name, PipelineStep step) in pipeline.Steps)
        {
            graph.Connect(graph._steps[name], step);
        }

        return graph;
    }

    private static string KindOf(PipelineStep step) => step switch
    {
        DoWhileStep loop => $"repeats {PipelineReference.StepOf(loop.Body)}",
        ParallelForStep loop => $"runs {PipelineReference.StepOf(loop.Body)} for each item",
        IfElseStep => "if, else",
        ComponentStep { Component.Definition: PipelineComponent component } => $"pipeline of {DisplayWords.Plural(component.Steps.Count, "step")}",
        _ => step.Kind,
    };

    private void Add(Dictionary<string, int> index, string name, string kind, GraphShape shape)
    {
        index[name] = _nodes.Count;
        _nodes.Add(new GraphNode(name, kind, shape));
    }

    private void Connect(int node, PipelineStep step)
    {
        foreach (Input input in InputsOf(step))
        {
            Take(node, input.Plain is LiteralInput literal ? literal.Value : (input.Plain as DataInput)?.Path?.Text);
        }

        foreach (Output output in OutputsOf(step))
        {
            if (PipelineReference.TryParse(output.Path?.Text, out PipelineReference to) && to is { Step: null, IsOutput: true } && _outputs.TryGetValue(to.Port, out int end))
            {
                Add(new GraphEdge(node, end, IsControl: false));
            }
        }

        switch (step)
        {
            case DoWhileStep loop:
                Control(PipelineReference.StepOf(loop.Body), node, isFrom: true);
                break;
            case ParallelForStep loop:
                Take(node, loop.Items);
                Control(PipelineReference.StepOf(loop.Body), node, isFrom: false);
                break;
            case IfElseStep branch:
                Take(node, branch.Condition.Text);
                foreach (string block in branch.TrueBlock.Concat(branch.FalseBlock))
                {
                    Control(PipelineReference.StepOf(block), node, isFrom: false);
                }

                break;
            default:
                break;
        }
    }

    private static IEnumerable<Input> InputsOf(PipelineStep step) => step switch
    {
        ComponentStep component => component.Inputs.Values,
        InlineJobStep { Job: AutoMlJob job } => InputsOf(job),
        InlineJobStep inline => JobFlow.Inputs(inline.Job).Values,
        AutoMlStep { Job: { } job } => InputsOf(job),
        _ => [],
    };

    private static IEnumerable<Input> InputsOf(AutoMlJob job) => new[] { job.TrainingData, job.ValidationData, (job as AutoMlTabularJob)?.TestData }.OfType<Input>();

    private static IEnumerable<Output> OutputsOf(PipelineStep step) => step switch
    {
        ComponentStep component => component.Outputs.Values,
        InlineJobStep inline => JobFlow.Outputs(inline.Job).Values,
        AutoMlStep { Job: { } job } => job.Outputs.Values,
        ParallelForStep loop => loop.Outputs.Values,
        _ => [],
    };

    private void Take(int node, string? reference)
    {
        if (PipelineReference.TryParse(reference, out PipelineReference from) && (from.Step is null ? _inputs : _steps).TryGetValue(from.Step ?? from.Port, out int source))
        {
            Add(new GraphEdge(source, node, IsControl: false));
        }
    }

    private void Control(string? step, int node, bool isFrom)
    {
        if (step is not null && _steps.TryGetValue(step, out int other))
        {
            Add(isFrom ? new GraphEdge(other, node, IsControl: true) : new GraphEdge(node, other, IsControl: true));
        }
    }

    private void Add(GraphEdge edge)
    {
        if (edge.From != edge.To && _known.Add(edge))
        {
            _edges.Add(edge);
        }
    }
}
