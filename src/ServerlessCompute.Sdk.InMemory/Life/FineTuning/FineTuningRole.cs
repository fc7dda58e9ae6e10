namespace ServerlessCompute;

/// <summary>The run that tunes a model.</summary>
internal sealed class FineTuningRole(ScriptedRun script) : ChildRole
{
    public override RunKind Kind => RunKind.Step;

    public override ScriptedRun? Script => script;

    public override bool HasCommand => false;
}
