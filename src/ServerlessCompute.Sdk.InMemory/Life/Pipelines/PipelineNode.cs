using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A step as a pipeline's body has it, and how far it is.</summary>
internal sealed class PipelineNode(string name, JsonElement json)
{
    public string Name { get; } = name;

    public JsonElement Json { get; } = json;

    /// <summary>command, parallel, sweep, automl, spark, pipeline, data_transfer, do_while, if_else, parallel_for …</summary>
    public string Type { get; } = (ComponentFacts.Text(json, "type") ?? "command").ToLowerInvariant();

    /// <summary>What it runs; null for kinds that bring everything themselves.</summary>
    public ComponentFacts? Component { get; set; }

    /// <summary>The steps that use its outputs.</summary>
    public List<PipelineNode> Dependents { get; } = [];

    /// <summary>How many of the steps that it uses are not over.</summary>
    public int Waiting { get; set; }

    /// <summary>Whether it is over: run, reused, or never to be run.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether it never runs, because a step that it uses did not complete.</summary>
    public bool IsSkipped { get; set; }

    /// <summary>What a later step must be made of to be spared by this one's run, or null for a step that always runs.</summary>
    public UInt128? ReuseKey { get; set; }

    /// <summary>The step of control flow that runs it again and again, in place of the pipeline; null for most.</summary>
    public PipelineNode? Loop { get; set; }

    /// <summary>Of a loop how far it is.</summary>
    public LoopState? Iterations { get; set; }

    /// <summary>Whether a branch was not taken, so that it does not run and that is no failure.</summary>
    public bool IsNotChosen { get; set; }

    /// <summary>Its latest run.</summary>
    public JobRecord? Run { get; set; }
}
