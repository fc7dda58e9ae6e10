namespace ServerlessCompute;

/// <summary>Why a run ended as it did.</summary>
internal static class RunEnd
{
    /// <summary>The error of a run that failed, or the reason why it was cancelled; null when the service gives none.</summary>
    public static JobError? Error(RunDetails details)
    {
        if (details.Status == JobStatus.Failed && details.Error is { } error)
        {
            return new JobError(error.TellingCode ?? "Unknown", error.Message ?? "The service gave no reason.");
        }

        string? warning = details.Warnings is [var first, ..] ? first : null;
        return details.Status == JobStatus.Canceled && (details.CancelationReason ?? warning) is { Length: > 0 } reason
            ? new JobError("Canceled", reason)
            : null;
    }
}
