namespace ServerlessCompute;

/// <summary>One look at a run.</summary>
/// <param name="Details">What run history said.</param>
/// <param name="WasHeld">Whether the service held the request until something happened, so that the next look needs no pause.</param>
internal readonly record struct RunLook(RunDetails Details, bool WasHeld);
