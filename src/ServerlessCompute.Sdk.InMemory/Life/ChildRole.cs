namespace ServerlessCompute;

/// <summary>What a job is to its parent.</summary>
internal abstract class ChildRole : LifeState
{
    /// <summary>The words of run history for this kind of child.</summary>
    public abstract RunKind Kind { get; }

    /// <summary>What such a job does when nobody does its work, or null: it takes its time and succeeds.</summary>
    public virtual ScriptedRun? Script => null;

    /// <summary>Whether its command is one that could run on this machine.</summary>
    public virtual bool HasCommand => true;
}
