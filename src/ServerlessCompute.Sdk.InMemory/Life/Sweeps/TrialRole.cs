namespace ServerlessCompute;

/// <summary>A sweep's trial.</summary>
internal sealed class TrialRole(SweptTrial trial, ScriptedRun? script) : ChildRole
{
    public SweptTrial Trial => trial;

    public override RunKind Kind => RunKind.Trial;

    public override ScriptedRun? Script => script;

    public override IEnumerable<KeyValuePair<string, string?>> Tags(JobRecord job)
    {
        string values = TrialSpace.Json(trial.Values);
        yield return new("_aml_system_hyperparameters", values);
        yield return new("hyperparameters", values);
    }
}
