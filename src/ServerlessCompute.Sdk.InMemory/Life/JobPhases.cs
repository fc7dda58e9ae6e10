namespace ServerlessCompute;

/// <summary>The service's words for <see cref="JobPhase"/>.</summary>
internal static class JobPhases
{
    private static readonly string[] Words =
    [
        "NotStarted",
        "Starting",
        "Preparing",
        "Queued",
        "Running",
        "Finalizing",
        "CancelRequested",
        "Completed",
        "Failed",
        "Canceled",
    ];

    public static string Word(this JobPhase phase) => Words[(int)phase];

    public static bool IsOver(this JobPhase phase) => phase >= JobPhase.Completed;
}
