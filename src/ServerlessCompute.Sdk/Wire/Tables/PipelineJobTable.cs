namespace ServerlessCompute;

/// <summary>The members that only a <see cref="PipelineJob"/> has.</summary>
internal static class PipelineJobTable
{
    public static void Fill(Shape<PipelineJob> shape) => shape
        .Add(MemberNames.YamlOnly("component"), new ComponentSourceForm("pipeline"), j => j.Source ?? (j.ComponentId is { } id ? (ComponentSource)id : null), (j, v) => j with { Source = v }, property: "")
        .Add("inputs", DataTables.Inputs, j => j.Inputs, (j, v) => j with { Inputs = v })
        .Add("outputs", DataTables.Outputs, j => j.Outputs, (j, v) => j with { Outputs = v })
        .Add("jobs", new OpenForm<ValueMap<PipelineStep>>(PipelineTables.Steps), j => j.Steps, (j, v) => j with { Steps = v })
        .Add("settings", new OpenForm<PipelineSettings>(PipelineTables.Settings), j => j.Settings, (j, v) => j with { Settings = v });

    /// <summary>Steps in the places of jobs; and those of the component that the pipeline is made of.</summary>
    public static PipelineJob Finish(PipelineJob job) => job.Source switch
    {
        { Definition: PipelineComponent component } => InlineSteps.Complete(component.Fill(job with { Source = null })),
        { Reference: { } reference } => job with { Source = null, ComponentId = reference },
        _ => InlineSteps.Complete(job),
    };
}
