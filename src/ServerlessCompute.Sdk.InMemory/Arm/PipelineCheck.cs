using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What the service refuses of a pipeline when it is sent, in the recorded words. Under the engine's lock.</summary>
internal sealed class PipelineCheck(ServerlessEngine engine)
{
    public Refusal? Check(ReadOnlySpan<byte> body)
    {
        if (ComponentFacts.ArmId(JsonScan.Text(JsonScan.Value(body, "componentId"u8))) is { Length: > 0 } id && PipelineGraph.ComponentOf(body, engine.Components) is null)
        {
            return NotFound(id);
        }

        return Check(PipelineGraph.OfJob(body, engine.Components), new PipelineMode(body));
    }

    private Refusal? Check(PipelineGraph graph, PipelineMode settings)
    {
        if (graph.Nodes.Count > PipelineLife.MostSteps)
        {
            return Invalid($"A pipeline has at most {PipelineLife.MostSteps} steps, and this one has {graph.Nodes.Count}.", "TooManySteps");
        }

        foreach (PipelineNode node in graph.Nodes)
        {
            if ((CheckComponent(node) ?? CheckCompute(node, settings) ?? CheckExpressions(graph, node) ?? CheckControl(graph, node)) is { } refusal)
            {
                return refusal;
            }
        }

        return FindCycle(graph);
    }

    /// <summary>Recorded: this refusal alone has no inner codes, and its code is not UserError.</summary>
    private static Refusal NotFound(string id)
    {
        string[] parts = id.Split('/');
        int at = Array.FindLastIndex(parts, static p => p.Equals("components", StringComparison.OrdinalIgnoreCase));
        string name = at >= 0 && at + 1 < parts.Length ? parts[at + 1] : id;
        string version = at >= 0 && at + 3 < parts.Length ? parts[at + 3] : "";
        return new Refusal(404, $"key: {id}, Message: Not found component {name} (version: {version}).") { Code = "NotFound" };
    }

    private static Refusal? CheckComponent(PipelineNode node)
    {
        string? id = ComponentFacts.ArmId(ComponentFacts.Text(node.Json, "componentId") ?? ComponentFacts.Text(ComponentFacts.Part(node.Json, "trial"), "componentId"));
        if (id is not null && node.Component is null)
        {
            return NotFound(id);
        }

        if (node.Component is { IsForeign: false } component && ComponentFacts.Part(node.Json, "inputs") is { ValueKind: JsonValueKind.Object } inputs)
        {
            foreach (JsonProperty input in inputs.EnumerateObject())
            {
                if (!component.Inputs.ContainsKey(input.Name))
                {
                    return Invalid($"Invalid component job since input {input.Name} for component job {node.Name} does not exist.", "InvalidComponentJobInput");
                }
            }
        }

        return null;
    }

    private Refusal? CheckCompute(PipelineNode node, PipelineMode settings) =>
        StepParts.ComputeOf(settings, node.Json) is { } compute ? JobIntake.CheckCompute(engine, compute) : null;

    private static Refusal? CheckExpressions(PipelineGraph graph, PipelineNode node)
    {
        string text = node.Json.GetRawText();
        foreach ((_, _, string expression) in text.Contains("${{", StringComparison.Ordinal) ? StepBinding.In(text) : [])
        {
            StepBinding binding = StepBinding.Parse(expression);
            if (binding.Kind == StepBindingKind.Unknown)
            {
                return Invalid(
                    $"Invalid expression {expression}. Only parent.inputs, parent.jobs.[source_job_name].outputs or parent.outputs can be used for binding.",
                    "InvalidExpressionInJob");
            }

            if (binding.Kind == StepBindingKind.StepOutput)
            {
                if (graph.Find(binding.Step) is not { } source)
                {
                    return Invalid($"Invalid binding expression since the source componentJob {binding.Step} does not exist.", "SourceComponentJobNotExist");
                }

                if (source.Component is { IsForeign: false } component && !component.Outputs.ContainsKey(binding.Port) && !Declares(source, binding.Port))
                {
                    return Invalid($"Invalid binding expression since the source output port {binding.Port} of componentJob {binding.Step} does not exist.", "SourceComponentPortNotExsit");
                }
            }
        }

        return null;
    }

    /// <summary>Recorded with its braces unfilled.</summary>
    private static Refusal? CheckControl(PipelineGraph graph, PipelineNode node)
    {
        if (node.Type == "if_else")
        {
            foreach (string block in (string[])["true_block", "false_block"])
            {
                if (Names(node, block).Any(name => graph.Find(name) is null))
                {
                    return Invalid("Invalid pipeline job since the {blockType} block destination job {sourceJobName} of if_else job {ifElseJobName} does not exist.", "IfElseBlockDestinationJobNotExsit");
                }
            }
        }

        return node.Type is "do_while" or "parallel_for" && !Names(node, "body").Any(name => graph.Find(name) is not null)
            ? Invalid($"Invalid pipeline job since the body of {node.Type} job {node.Name} does not exist.", "ControlFlowBodyNotExist")
            : null;
    }

    /// <summary>The steps that a control flow's member names, one or a list of them.</summary>
    private static IEnumerable<string> Names(PipelineNode node, string member) => ControlFlow.Steps(node.Json, member);

    private static bool Declares(PipelineNode node, string output) =>
        ComponentFacts.Part(node.Json, "outputs") is { ValueKind: JsonValueKind.Object } outputs && outputs.TryGetProperty(output, out _);

    /// <summary>Steps that wait for each other never run: taken away one after the other, they are what is left.</summary>
    private static Refusal? FindCycle(PipelineGraph graph)
    {
        var waiting = graph.Nodes.ToDictionary(static n => n, static n => n.Waiting);
        var ready = new Queue<PipelineNode>(graph.Nodes.Where(static n => n.Waiting == 0));
        int left = graph.Nodes.Count;
        while (ready.TryDequeue(out PipelineNode? node))
        {
            left--;
            foreach (PipelineNode dependent in node.Dependents)
            {
                if (--waiting[dependent] == 0)
                {
                    ready.Enqueue(dependent);
                }
            }
        }

        return left == 0
            ? null
            : Invalid($"Invalid pipeline job since its steps wait for each other in a circle: {string.Join(", ", waiting.Where(static w => w.Value > 0).Select(static w => w.Key.Name).Take(5))}.", "CyclicDependency");
    }

    private static Refusal Invalid(string message, string reason) => new(400, message) { InnerCodes = ["BadArgument", "ArgumentInvalid", "InvalidPipelineJob", reason] };
}
