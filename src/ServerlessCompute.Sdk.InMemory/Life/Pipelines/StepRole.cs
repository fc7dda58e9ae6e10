namespace ServerlessCompute;

/// <summary>A step of a pipeline.</summary>
internal sealed class StepRole(JobRecord pipeline, PipelineNode node, string nodeId) : ChildRole
{
    public PipelineNode Node => node;

    public string NodeId => nodeId;

    /// <summary>Of a loop's body the number of its iteration, from 0 on.</summary>
    public int Iteration { get; init; }

    /// <summary>Of a parallel step its work in small pieces, or null.</summary>
    public ParallelWork? Parallel { get; init; }

    /// <summary>The finished run that stands for this one, or null.</summary>
    public JobRecord? ReusedFrom { get; init; }

    public override RunKind Kind => ReusedFrom is null ? RunKind.Step : RunKind.WaitingStep;

    public override ScriptedRun? Script => Parallel?.Script;

    public override bool HasCommand => node.Type is "command" or "parallel" or "spark" && node.Component is not { IsForeign: true };

    public override IEnumerable<KeyValuePair<string, string?>> Tags(JobRecord job) =>
        [new("azureml.nodeid", nodeId), new("azureml.pipeline", pipeline.Name)];

    public override IEnumerable<KeyValuePair<string, string?>> Properties(JobRecord job)
    {
        if (ReusedFrom is { } first && first.Kin?.Role is StepRole of)
        {
            yield return new("azureml.isreused", "true");
            yield return new("azureml.reusedrunid", first.Name);
            yield return new("azureml.reusednodeid", of.NodeId);
            yield return new("azureml.reusedpipeline", first.Kin.Parent?.Name);
            yield return new("azureml.reusedpipelinerunid", first.Kin.Parent?.Name);
        }

        string name = node.Component is { } component ? ComponentFacts.Text(component.Spec, "name") ?? node.Name : node.Name;
        yield return new("azureml.DevPlatv2", "true");
        yield return new("ContentSnapshotId", Draw.Id(0, node.Component?.Id ?? node.Name, "snapshot").ToString());
        yield return new("StepType", node.Type == "command" ? "PythonScriptStep" : node.Type);
        yield return new("ComputeTargetType", "AmlCompute");
        yield return new("azureml.moduleid", Draw.Id(0, node.Component?.Id ?? node.Name, "module").ToString());
        yield return new("azureml.moduleName", name);
        yield return new("azureml.moduleVersion", node.Component is { } c ? ComponentFacts.Text(c.Spec, "version") ?? "1" : "1");
        yield return new("azureml.runsource", "azureml.StepRun");
        yield return new("azureml.nodeid", nodeId);
        yield return new("azureml.pipelinerunid", pipeline.Name);
        yield return new("azureml.pipeline", pipeline.Name);
        yield return new("azureml.pipelineComponent", "masterescloud");
    }
}
