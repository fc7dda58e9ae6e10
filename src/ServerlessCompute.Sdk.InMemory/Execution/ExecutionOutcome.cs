namespace ServerlessCompute;

/// <summary>How a job's work ended. The engine turns it into a terminal status and, for a failure, into run history's error.</summary>
/// <param name="Succeeded">Whether the job is Completed.</param>
/// <param name="ErrorCode">The service's word for the failure, for example <c>UserError</c>; null when it succeeded.</param>
/// <param name="ErrorMessage">A sentence that says what happened and what to do.</param>
/// <param name="ExitCode">The process's exit code, where there was a process.</param>
internal sealed record ExecutionOutcome(bool Succeeded, string? ErrorCode = null, string? ErrorMessage = null, int? ExitCode = null)
{
    public static ExecutionOutcome Success { get; } = new(true);

    public static ExecutionOutcome Failure(string code, string message, int? exitCode = null) => new(false, code, message, exitCode);
}
