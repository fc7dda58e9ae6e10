namespace ServerlessCompute;

/// <summary>A long-running operation on a schedule, which is over when it is first asked for.</summary>
/// <param name="Schedule">The schedule's name.</param>
/// <param name="At">When it was done, UTC ticks.</param>
/// <param name="Problem">Why it failed, or null.</param>
internal sealed record ScheduleOperation(string Schedule, long At, string? Problem);
