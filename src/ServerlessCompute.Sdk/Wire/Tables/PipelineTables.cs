namespace ServerlessCompute;

/// <summary>The tables of what a pipeline has beside its steps, and of the steps as a whole.</summary>
internal static class PipelineTables
{
    public static ValueForm<ValueMap<PipelineStep>> Steps { get; } = new StepsForm();

    public static ValueForm<PipelineSettings> Settings { get; } = new Shape<PipelineSettings>(new PipelineSettings())
        .Add(MemberNames.NotRest("default_compute"), Forms.Text, s => s.DefaultCompute, (s, v) => s with { DefaultCompute = v })
        .Add(MemberNames.NotRest("default_datastore"), Forms.Text, s => s.DefaultDatastore, (s, v) => s with { DefaultDatastore = v })
        .Add(MemberNames.NotRest("continue_on_step_failure"), Forms.Flag, s => s.ContinueOnStepFailure, (s, v) => s with { ContinueOnStepFailure = v })
        .Add(MemberNames.NotRest("force_rerun"), Forms.Flag, s => s.ForceRerun, (s, v) => s with { ForceRerun = v })
        .Add(MemberNames.NotRest("continue_run_on_failed_optional_input"), Forms.Flag, s => s.ContinueRunOnFailedOptionalInput, (s, v) => s with { ContinueRunOnFailedOptionalInput = v })
        .Add(MemberNames.NotRest("on_init"), Forms.Text, s => s.OnInit, (s, v) => s with { OnInit = v })
        .Add(MemberNames.NotRest("on_finalize"), Forms.Text, s => s.OnFinalize, (s, v) => s with { OnFinalize = v })
        .KeepUnknown();
}
