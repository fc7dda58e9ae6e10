namespace ServerlessCompute;

/// <summary>Something that the clock calls at an appointed time.</summary>
internal interface IEventTarget
{
    /// <summary>Decides who is first among the appointments of one instant: a job's name, so that order never depends on who asked first.</summary>
    string OrderName { get; }

    /// <summary>Called under the engine's lock when the time has come.</summary>
    /// <param name="stage">What the appointment was made for, in the target's own numbering.</param>
    void OnDue(int stage);
}
