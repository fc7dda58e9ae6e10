namespace ServerlessCompute;

/// <summary>The members that only a <see cref="PipelineJob"/> has.</summary>
internal static class PipelineJobTable
{
    public static void Fill(Shape<PipelineJob> shape) => shape
        .Add(MemberNames.YamlOnly("component"), new ComponentSourceForm("pipeline"), j => j.Component, (j, v) => j with { Component = v }, property: "")
        .Add(new MemberNames(null, null, null), new ComponentSourceForm("pipeline"), j => j.Component is { Definition: not null } component ? component : null, (j, v) => j with { Component = v }, property: nameof(PipelineJob.Component))
        .Add("inputs", DataTables.Inputs, j => j.Inputs, (j, v) => j with { Inputs = v })
        .Add("outputs", DataTables.Outputs, j => j.Outputs, (j, v) => j with { Outputs = v })
        .Add("jobs", new OpenForm<ValueMap<PipelineStep>>(PipelineTables.Steps), j => j.Steps, (j, v) => j with { Steps = v })
        .Add("settings", new OpenForm<PipelineSettings>(PipelineTables.Settings), j => j.Settings, (j, v) => j with { Settings = v });

    /// <summary>Steps in the places of jobs; what a component in a file says of itself, its defaults and its outputs, where the job says nothing.</summary>
    public static PipelineJob Finish(PipelineJob job)
    {
        PipelineJob given = job with { Inputs = Given(job.Inputs), IsFromYaml = true };
        return given.Component?.Definition is PipelineComponent component ? component.Introduce(given) : InlineSteps.Complete(given);
    }

    /// <summary>An input with an empty text is none, as the reference client has it.</summary>
    private static ValueMap<Input> Given(ValueMap<Input> inputs) =>
        inputs.Values.Any(IsEmpty) ? ValueMap.From(inputs.Where(input => !IsEmpty(input.Value))) : inputs;

    private static bool IsEmpty(Input input) => input is LiteralInput { Value: "" };
}
