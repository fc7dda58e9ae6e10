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

        return details.Status == JobStatus.Canceled && (details.CancelationReason ?? (details.Warnings is [string first, ..] ? first : null)) is { Length: > 0 } reason
            ? new JobError("Canceled", reason)
            : null;
    }
}
